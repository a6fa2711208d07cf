package dev.idpscripts.report.style;

import dev.idpscripts.model.HiddenCharacters;
import dev.idpscripts.model.ObjectAddress;
import dev.idpscripts.model.ObjectCounts;
import dev.idpscripts.model.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Small rules for words and numbers, the same in all reports. */
public final class Text {

    static final Pattern LINE_END = Pattern.compile("\r?\n");

    private Text() {}

    /** The text as it may be shown, in one line: what hides something is shown by its number. */
    public static String clean(String text) {
        return HiddenCharacters.show(LINE_END.matcher(text).replaceAll(" "));
    }

    /** The same of a text that is compared with another: two that differ must not look alike. */
    public static String exact(String text) {
        return HiddenCharacters.showAll(LINE_END.matcher(text).replaceAll(" "));
    }

    /** Such as {@code 14 scripts, 24 bindings, 4 templates}, or {@code nothing}. */
    public static String size(ObjectCounts size) {
        List<String> parts = new ArrayList<>();
        for (ObjectAddress.Type type :
                List.of(ObjectAddress.Type.SCRIPT, ObjectAddress.Type.BINDING, ObjectAddress.Type.TEMPLATE)) {
            if (size.of(type) > 0) {
                parts.add(Phrase.count(size.of(type), type.toString()));
            }
        }
        return parts.isEmpty() ? "nothing" : String.join(", ", parts);
    }

    /** Such as {@code 3, 7-9}, of ascending numbers. */
    public static String ranges(List<Integer> numbers) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < numbers.size(); ) {
            int last = i;
            while (last + 1 < numbers.size() && numbers.get(last + 1) == numbers.get(last) + 1) {
                last++;
            }
            parts.add(last == i ? numbers.get(i).toString() : numbers.get(i) + "-" + numbers.get(last));
            i = last + 1;
        }
        return String.join(", ", parts);
    }
}
