package dev.idpscripts.workspace.file;

import dev.idpscripts.model.SourceLocation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One file of the repository.
 *
 * @param root the repository
 * @param path the file
 */
public record TextFile(Path root, Path path) {

    /** Relative to the repository, with forward slashes on every system. */
    public String name() {
        return root.relativize(path).toString().replace('\\', '/');
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
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(path);
        } catch (IOException e) {
            problems.add(origin(), "cannot be read (" + e + "); make it a readable file or remove it");
            return Optional.empty();
        }
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
