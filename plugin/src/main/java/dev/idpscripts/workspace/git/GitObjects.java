package dev.idpscripts.workspace.git;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what Git keeps, much of it with one process and nothing of it through filters. */
final class GitObjects {

    /** An object: its hash, what it is, and what it holds, a character for each byte. */
    record GitObject(String hash, String type, String raw) {

        byte[] bytes() {
            return raw.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    private GitObjects() {}

    /**
     * Objects by name, in the order in which they were asked for; empty for each that is not there, or that the name does not tell from another.
     *
     * @param names hashes, or whatever else Git takes for one; without line ends
     */
    static List<Optional<GitObject>> read(Git git, List<String> names) {
        return parse(git, names, List.of("cat-file", "--batch"), true);
    }

    /** The same without what they hold. */
    static List<Optional<GitObject>> find(Git git, List<String> names) {
        return parse(git, names, List.of("cat-file", "--batch-check"), false);
    }

    private static List<Optional<GitObject>> parse(
            Git git, List<String> names, List<String> command, boolean withContent) {
        List<Optional<GitObject>> found = new ArrayList<>();
        if (names.isEmpty()) {
            return found;
        }
        String raw = git.answer(String.join("\n", names) + "\n", command).raw();
        int at = 0;
        for (int i = 0; i < names.size(); i++) {
            int end = raw.indexOf('\n', at);
            if (end < 0) {
                throw git.errors().untrue(command, raw.substring(Math.min(at, raw.length())));
            }
            // "<hash> <type> <size>", or the name with what is the matter with it.
            String[] words = raw.substring(at, end).split(" ", -1);
            at = end + 1;
            if (words.length == 3 && words[2].matches("[0-9]{1,9}")) {
                int size = withContent ? Integer.parseInt(words[2]) : 0;
                if (at + size > raw.length()) {
                    throw git.errors().untrue(command, words[0]);
                }
                found.add(Optional.of(
                        new GitObject(git.hash(words[0], "cat-file"), words[1], raw.substring(at, at + size))));
                at += withContent ? size + 1 : 0;
            } else {
                found.add(Optional.empty());
            }
        }
        return found;
    }
}
