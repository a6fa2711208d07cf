package dev.idpscripts.workspace.file;

import dev.idpscripts.disk.AtomicFile;
import dev.idpscripts.model.ObjectName;
import dev.idpscripts.model.SourceLocation;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * One file of the repository.
 *
 * @param tree the repository
 * @param path the file
 */
public record TextFile(SourceTree tree, Path path) {

    /** In bytes. No YAML file has more characters than a quarter of it, and no body of the server comes near it. */
    static final int LARGEST = 4_000_000;

    static final String NOT_REGULAR =
            "is a pipe, a socket or a device, and a file is to be read; remove it, or give it another name";

    /** One that lies in the repository. */
    public TextFile(Path root, Path path) {
        this(SourceTree.of(root), path);
    }

    /** The file of this name, relative to the repository; if there is none, the one that has it in another Unicode form. */
    public static TextFile of(Path root, String name) {
        Path path = root.resolve(name);
        TextFile exact = new TextFile(root, path);
        if (StandardCharsets.US_ASCII.newEncoder().canEncode(name) || exact.exists()) {
            return exact;
        }
        String last = path.getFileName().toString();
        String[] same = path.getParent().toFile().list((folder, other) -> ObjectName.isSame(other, last));
        return same == null || same.length == 0 ? exact : new TextFile(root, path.resolveSibling(same[0]));
    }

    public Path root() {
        return tree.root();
    }

    /** Relative to the repository, with forward slashes on every system. */
    public String name() {
        return root().relativize(path).toString().replace('\\', '/');
    }

    public SourceLocation origin() {
        return SourceLocation.of(name());
    }

    /** The file's name without its ending, and without the folder. */
    public String stem(String ending) {
        String last = path.getFileName().toString();
        return last.substring(0, last.length() - ending.length());
    }

    /** The text, without a byte order mark; empty, with a problem added, if it cannot be read as UTF-8. */
    public Optional<String> read(Problems problems) {
        return bytes(problems).flatMap(bytes -> text(bytes, problems));
    }

    private Optional<byte[]> bytes(Problems problems) {
        try {
            Optional<String> refusal = refusal();
            if (refusal.isEmpty()) {
                byte[] bytes = content();
                if (bytes.length <= LARGEST) {
                    return Optional.of(bytes);
                }
                refusal = Optional.of(tooLarge("more than " + LARGEST));
            }
            problems.lose(origin(), name(), refusal.get());
        } catch (IOException e) {
            problems.lose(origin(), name(), Border.unreadable(e));
        }
        return Optional.empty();
    }

    private Optional<String> refusal() throws IOException {
        if (tree.past().isPresent()) {
            return exists() ? Optional.empty() : Optional.of("is not there at that commit");
        }
        Optional<String> refusal = new Border(root()).refusal(path);
        return refusal.isPresent() ? refusal : unlikely();
    }

    /** Why it is not even opened. */
    private Optional<String> unlikely() throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        if (attributes.isDirectory()) {
            return Optional.of("is a folder, and a file is to be read; remove the folder, or give it another name");
        }
        if (!attributes.isRegularFile()) {
            return Optional.of(NOT_REGULAR);
        }
        return attributes.size() > LARGEST ? Optional.of(tooLarge(Long.toString(attributes.size()))) : Optional.empty();
    }

    private static String tooLarge(String bytes) {
        return "has " + bytes + " bytes, and files of at most " + LARGEST + " are read; is it the right file?";
    }

    /** One byte more than is possible, at most: whoever writes it may go on while it is read. */
    static byte[] bounded(InputStream in) throws IOException {
        return in.readNBytes(LARGEST + 1);
    }

    private byte[] content() throws IOException {
        if (tree.past().isPresent()) {
            return tree.past().get().content(name()).orElse(new byte[0]);
        }
        try (InputStream in = Files.newInputStream(path)) {
            return bounded(in);
        }
    }

    private Optional<String> text(byte[] bytes, Problems problems) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            problems.add(
                    positionAfter(text),
                    String.format(
                            "not UTF-8: byte 0x%02X cannot be read; save the file as UTF-8", in.get(in.position())));
            return Optional.empty();
        }
        return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    /** Whether there is anything of its name, a link to nothing too. */
    public boolean exists() {
        return tree.past().isPresent()
                ? tree.past().get().content(name()).isPresent()
                : Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Writes all of it, in the form that the file has ({@link TextForm}), and makes its folder if need be.
     *
     * @param remedy what to do if it cannot be written
     * @throws UserError if it is not in the repository
     * @throws dev.idpscripts.model.error.EnvironmentError if it cannot be written
     */
    public void write(String text, String remedy) {
        refuseOutside();
        AtomicFile.write(path, TextForm.of(path).apply(text), remedy);
    }

    /**
     * As {@link #write}, of a file that must not be there.
     *
     * @throws dev.idpscripts.model.error.EnvironmentError if it cannot be written, or is there
     */
    public void create(String text, String remedy) {
        refuseOutside();
        AtomicFile.create(path, text, remedy);
    }

    /**
     * Refuses to write where a link leads out of the repository.
     *
     * @throws UserError if it does
     */
    public void refuseOutside() {
        if (tree.past().isPresent()) {
            throw new IllegalStateException("a commit is not written to: " + name());
        }
        new Border(root()).refusal(path).ifPresent(why -> {
            throw new UserError(
                    ErrorCode.FILES_INVALID,
                    "cannot write " + name() + ": it " + why,
                    "It was not written. Replace the link.");
        });
    }

    /** Where the next character after this text would stand. */
    public SourceLocation positionAfter(String text) {
        return after(name(), text);
    }

    /** Where in the file of that name the next character after this text would stand. */
    public static SourceLocation after(String name, String text) {
        int lineStart = text.lastIndexOf('\n') + 1;
        int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
        return new SourceLocation(name, line, text.length() - lineStart + 1);
    }
}
