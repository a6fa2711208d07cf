package dev.idpscripts.workspace.select;

import dev.idpscripts.model.ObjectName;
import dev.idpscripts.model.Suggestion;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Chooses scripts by what people call them: their name, their slug, or their file. */
public final class ScriptFilter {

    private final List<String> wanted;

    /**
     * @param text one or more, separated by commas, with {@code *} for any characters; null or blank for all
     */
    public ScriptFilter(String text) {
        this.wanted = text == null
                ? List.of()
                : Arrays.stream(text.split(",", -1))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList();
    }

    /**
     * The scripts that are wanted.
     *
     * @throws UserError if one of the words means none of them
     */
    public List<Script> of(List<Script> scripts) {
        for (String word : wanted) {
            if (scripts.stream().noneMatch(script -> isMeant(script, word))) {
                throw new UserError(
                        ErrorCode.PARAMETER_INVALID,
                        "there is no script \"" + word + "\" in the files"
                                + Suggestion.didYouMean(
                                        word,
                                        scripts.stream()
                                                .flatMap(s -> List.of(s.name(), s.slug()).stream())
                                                .collect(Collectors.toSet())),
                        "-Didp-scripts.script takes a script's name, its slug or its file.");
            }
        }
        return scripts.stream()
                .filter(script -> wanted.isEmpty() || wanted.stream().anyMatch(word -> isMeant(script, word)))
                .toList();
    }

    /** Whether there are words, and each of them means one of the scripts. */
    boolean knows(List<Script> scripts) {
        return !wanted.isEmpty()
                && wanted.stream().allMatch(word -> scripts.stream().anyMatch(script -> isMeant(script, word)));
    }

    /** The word with {@code *} for any characters, for names in their normal form. */
    public static Pattern pattern(String word) {
        return Pattern.compile(Arrays.stream(ObjectName.normal(word).split("\\*", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*")));
    }

    /** Whether a word is this script's name, slug or file. */
    static boolean isMeant(Script script, String word) {
        String file = script.source().file();
        Pattern pattern = pattern(word);
        return Stream.of(
                        script.name(),
                        script.slug(),
                        file,
                        file.replaceFirst("^[^/]*/", "").replaceFirst("\\.rhai$", ""))
                .anyMatch(name -> pattern.matcher(ObjectName.normal(name)).matches());
    }
}
