package dev.idpscripts.check;

import dev.idpscripts.model.HiddenCharacters;
import dev.idpscripts.model.check.Finding;
import dev.idpscripts.model.check.Finding.Level;
import dev.idpscripts.model.check.Rule;
import dev.idpscripts.model.declared.Source;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Finds characters in bodies that nobody sees, or that let a line be read in another order than it is run in; in comments and texts too,
 * for those are where they are put to deceive who reads a change.
 */
final class HiddenText {

    private HiddenText() {}

    /** One warning for each. */
    static Stream<Finding> in(Source source) {
        return HiddenCharacters.places(source.text())
                .mapToObj(at -> new Finding(
                        Level.WARNING,
                        Rule.HIDDEN_CHARACTER,
                        source.place(at),
                        message(source.text().codePointAt(at))));
    }

    private static String message(int character) {
        String name = Character.getName(character);
        return "here stands " + HiddenCharacters.code(character)
                + (name == null ? "" : " (" + name.toLowerCase(Locale.ROOT) + ")")
                + ", which is not seen: remove it, or write " + escape(character) + " if a text needs it";
    }

    /** As the scripting language has it within quotes. */
    private static String escape(int character) {
        return character > Character.MAX_VALUE
                ? String.format("\\U%08x", character)
                : String.format("\\u%04x", character);
    }
}
