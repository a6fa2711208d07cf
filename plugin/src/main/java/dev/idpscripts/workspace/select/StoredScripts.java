package dev.idpscripts.workspace.select;

import dev.idpscripts.model.GoalCommand;
import dev.idpscripts.model.ObjectName;
import dev.idpscripts.model.Suggestion;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.model.stored.StoredScript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Chooses scripts on the server by what people call them: the name there, or the name, slug or file here. */
public final class StoredScripts {

    private static final String HOW =
            "-Didp-scripts.script takes a script's name on the server, or its name, slug or file in the repository.";

    private final List<Script> declared;
    private final List<StoredScript> stored;

    /**
     * @param declared what the files declare, as far as they can be read
     * @param stored what is on the server
     */
    public StoredScripts(List<Script> declared, List<StoredScript> stored) {
        this.declared = List.copyOf(declared);
        this.stored =
                stored.stream().sorted(Comparator.comparing(StoredScript::name)).toList();
    }

    /**
     * The scripts that are meant.
     *
     * @param text one or more, separated by commas, with {@code *} for any characters; null or blank for none
     * @throws UserError if none was named, or one of the words means nothing on the server
     */
    public List<StoredScript> of(String text) {
        if (text == null || text.isBlank()) {
            throw new UserError(
                    ErrorCode.PARAMETER_INVALID, "no script was named", "Name one: -Didp-scripts.script=NAME. " + HOW);
        }
        List<StoredScript> whole = named(text.strip());
        if (!whole.isEmpty()) {
            return whole;
        }
        Set<StoredScript> found = new LinkedHashSet<>();
        Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .forEach(word -> found.addAll(meant(word)));
        return new ArrayList<>(found);
    }

    /**
     * The one script that is meant.
     *
     * @throws UserError if it is not exactly one
     */
    public StoredScript one(String text) {
        List<StoredScript> found = of(text);
        if (found.size() == 1) {
            return found.get(0);
        }
        throw new UserError(
                ErrorCode.PARAMETER_INVALID,
                "\"" + text + "\" means " + found.size() + " scripts: "
                        + found.stream().map(StoredScript::name).collect(Collectors.joining(", ")),
                "Name one of them.");
    }

    private List<StoredScript> named(String name) {
        return ObjectName.called(name, stored, StoredScript::name);
    }

    private List<StoredScript> meant(String word) {
        Pattern pattern = ScriptFilter.pattern(word);
        Set<String> names = declared.stream()
                .filter(script -> ScriptFilter.isMeant(script, word))
                .flatMap(script -> Stream.concat(Stream.of(script.name()), script.renamedFrom().stream()))
                .map(ObjectName::normal)
                .collect(Collectors.toSet());
        List<StoredScript> found = stored.stream()
                .filter(script -> names.contains(ObjectName.normal(script.name()))
                        || script.id().toString().equals(word)
                        || pattern.matcher(ObjectName.normal(script.name())).matches())
                .toList();
        if (found.isEmpty()) {
            throw unknown(word, names);
        }
        return found;
    }

    private UserError unknown(String word, Set<String> names) {
        if (!names.isEmpty()) {
            return new UserError(
                    ErrorCode.PARAMETER_INVALID,
                    "the server has no script named " + String.join(", ", names),
                    "The files declare it, but it was not applied yet. To see what an apply would do:\n  "
                            + GoalCommand.of("plan"));
        }
        Set<String> known = Stream.concat(
                        stored.stream().map(StoredScript::name),
                        declared.stream().flatMap(script -> Stream.of(script.name(), script.slug())))
                .collect(Collectors.toSet());
        return new UserError(
                ErrorCode.PARAMETER_INVALID,
                "there is no script \"" + word + "\", neither on the server nor in the files"
                        + Suggestion.didYouMean(word, known),
                HOW);
    }
}
