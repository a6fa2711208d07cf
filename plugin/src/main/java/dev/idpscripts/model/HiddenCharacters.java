package dev.idpscripts.model;

import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Characters that hide something: they are not seen, change the order in which text is read, or command a terminal. Where they are
 * shown it is by their number, such as {@code <U+202E>}.
 *
 * <p>What the eye misses nothing without is left alone in names and sentences: the joiner between two emoji, the sign behind one that
 * colours it, and that which chooses the form of an ideograph. Where texts are compared they are shown too.
 */
public final class HiddenCharacters {

    private static final int JOINER = 0x200D;
    private static final int SKIN_LIGHTEST = 0x1F3FB;
    private static final int SKIN_DARKEST = 0x1F3FF;

    private HiddenCharacters() {}

    /** The text, with what is hidden in it. */
    public static String show(String text) {
        return replace(text, false, HiddenCharacters::number);
    }

    /** The same of a text that is compared with another: blanks that are no spaces, and what joins emoji, are shown too. */
    public static String showAll(String text) {
        return replace(text, true, HiddenCharacters::number);
    }

    /**
     * The text with something in place of each hidden character.
     *
     * @param shown what takes the place of a code point
     */
    public static String replace(String text, IntFunction<String> shown) {
        return replace(text, false, shown);
    }

    /** Such as {@code <U+202E>}. */
    public static String number(int character) {
        return "<" + code(character) + ">";
    }

    /** Such as {@code U+202E}. */
    public static String code(int character) {
        return String.format("U+%04X", character);
    }

    /** Where in a text hidden characters are, in units of Java. */
    public static IntStream places(String text) {
        return IntStream.range(0, text.length())
                .filter(i -> i == 0 || !Character.isSurrogatePair(text.charAt(i - 1), text.charAt(i)))
                .filter(i -> isHidden(text, i));
    }

    private static String replace(String text, boolean all, IntFunction<String> shown) {
        if (text.chars().allMatch(unit -> unit >= ' ' && unit < 0x7F)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            if (all ? isOdd(character) : isHidden(text, i)) {
                out.append(shown.apply(character));
            } else {
                out.appendCodePoint(character);
            }
            i += Character.charCount(character);
        }
        return out.toString();
    }

    private static boolean isHidden(String text, int i) {
        int character = text.codePointAt(i);
        if (!isUnseen(character)) {
            return false;
        }
        int before = i == 0 ? ' ' : text.codePointBefore(i);
        int next = i + Character.charCount(character);
        return switch (character) {
            case JOINER ->
                !(isPicture(before) || isPictureForm(before))
                        || next >= text.length()
                        || !isPicture(text.codePointAt(next));
            case 0xFE0E, 0xFE0F -> !isPicture(before) && "#*0123456789".indexOf(before) < 0;
            default -> !(isSupplementaryForm(character) && Character.isIdeographic(before));
        };
    }

    private static boolean isOdd(int character) {
        return isUnseen(character) || (Character.getType(character) == Character.SPACE_SEPARATOR && character != ' ');
    }

    private static boolean isUnseen(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character != '\t' && character != '\n';
            case Character.FORMAT -> !isArabicSign(character);
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> true;
            default -> isBlank(character) || isForm(character) || isTag(character) || (character & 0xFFFE) == 0xFFFE;
        };
    }

    /** Format characters that are seen: they stand around digits. */
    private static boolean isArabicSign(int character) {
        return (character >= 0x600 && character <= 0x605)
                || character == 0x6DD
                || character == 0x70F
                || character == 0x890
                || character == 0x891
                || character == 0x8E2
                || character == 0x110BD
                || character == 0x110CD;
    }

    /** Letters and signs of which nothing is seen: fillers, a joiner of marks, the empty braille cell. */
    private static boolean isBlank(int character) {
        return switch (character) {
            case 0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0 -> true;
            default -> false;
        };
    }

    /** Variation selectors. */
    private static boolean isForm(int character) {
        return (character >= 0x180B && character <= 0x180F)
                || (character >= 0xFE00 && character <= 0xFE0F)
                || isSupplementaryForm(character);
    }

    private static boolean isSupplementaryForm(int character) {
        return character >= 0xE0100 && character <= 0xE01EF;
    }

    private static boolean isTag(int character) {
        return character >= 0xE0000 && character <= 0xE007F;
    }

    private static boolean isPictureForm(int character) {
        return character == 0xFE0F || (character >= SKIN_LIGHTEST && character <= SKIN_DARKEST);
    }

    /** Emoji, and the signs that can be one. */
    private static boolean isPicture(int character) {
        return (character >= 0x1F000 && character <= 0x1FAFF)
                || (character >= 0x2190 && character <= 0x2BFF && character != 0x2800)
                || character == 0xA9
                || character == 0xAE
                || character == 0x203C
                || character == 0x2049
                || character == 0x2122
                || character == 0x2139
                || character == 0x3030
                || character == 0x303D
                || character == 0x3297
                || character == 0x3299;
    }
}
