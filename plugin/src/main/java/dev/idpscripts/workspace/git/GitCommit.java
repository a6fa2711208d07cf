package dev.idpscripts.workspace.git;

import dev.idpscripts.workspace.git.GitObjects.GitObject;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One commit as Git keeps it, so that no format, signature, date or encoding of a configuration has a part in it.
 *
 * @param tree the hash of what it holds
 * @param author the name of who made it
 * @param subject the first paragraph of its message, in one line
 */
public record GitCommit(String tree, String author, String subject) {

    private static final String TREE = "tree ";
    private static final String ENCODING = "encoding ";

    private static final String AUTHOR = "author ";

    static GitCommit of(Git git, String commit) {
        String[] command = {"cat-file", "commit", commit};
        return parse(git, git.answer("", List.of(command)).raw(), command);
    }

    static GitCommit of(Git git, GitObject object) {
        return parse(git, object.raw(), "cat-file", "--batch", object.hash());
    }

    /** Byte by byte: the headers tell how the message is to be read. */
    private static GitCommit parse(Git git, String raw, String... command) {
        int end = raw.indexOf("\n\n");
        List<String> headers = (end < 0 ? raw : raw.substring(0, end)).lines().toList();
        String first = headers.isEmpty() ? "" : headers.get(0);
        if (!first.startsWith(TREE)) {
            throw git.errors().untrue(List.of(command), first);
        }
        String message = end < 0 ? "" : read(raw.substring(end), headers);
        String author = headers.stream()
                .filter(line -> line.startsWith(AUTHOR))
                .findFirst()
                .map(line -> read(line.substring(AUTHOR.length()), headers).replaceAll(" ?<.*", ""))
                .orElse("");
        return new GitCommit(git.hash(first.substring(TREE.length()), command), author, subject(message));
    }

    private static String read(String raw, List<String> headers) {
        return new String(raw.getBytes(StandardCharsets.ISO_8859_1), charset(headers));
    }

    private static String subject(String message) {
        return message.stripLeading()
                .lines()
                .takeWhile(line -> !line.isBlank())
                .map(String::strip)
                .collect(Collectors.joining(" "));
    }

    /** UTF-8, unless the commit says otherwise (git-commit, "Discussion"). */
    private static Charset charset(List<String> headers) {
        return headers.stream()
                .filter(line -> line.startsWith(ENCODING))
                .findFirst()
                .map(line -> charset(line.substring(ENCODING.length())))
                .orElse(StandardCharsets.UTF_8);
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name.strip());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }
}
