package dev.idpscripts.server.http;

import dev.idpscripts.model.HiddenCharacters;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * A token or password, which must never be seen.
 *
 * @param value only for the request that needs it
 */
public record Secret(String value) {

    private static final Set<Integer> INVISIBLE = Set.of(
            (int) Character.CONTROL,
            (int) Character.FORMAT,
            (int) Character.LINE_SEPARATOR,
            (int) Character.PARAGRAPH_SEPARATOR,
            (int) Character.SURROGATE);

    /** So that no log, exception or debugger shows it by accident. */
    @Override
    public String toString() {
        return "***";
    }

    /**
     * Refuses a token that cannot stand in a header: that takes printable ASCII and spaces.
     *
     * @param what it is and where it was given, for the message, such as {@code the token from IDP_SCRIPTS_TOKEN}
     * @throws UserError with the character and its place, and without the secret
     */
    public void refuseUnlessHeader(String what) {
        refuse(what, c -> c < ' ' || c > '~');
    }

    /**
     * Refuses a password that nobody can have meant: with control characters, those that nobody sees, or halves of characters.
     *
     * @param what it is and where it was given, for the message
     * @throws UserError with the character and its place, and without the secret
     */
    public void refuseUnlessText(String what) {
        refuse(what, c -> INVISIBLE.contains(Character.getType(c)));
    }

    private void refuse(String what, IntPredicate wrong) {
        int[] characters = value.codePoints().toArray();
        for (int i = 0; i < characters.length; i++) {
            if (wrong.test(characters[i])) {
                throw new UserError(
                        ErrorCode.CREDENTIALS_REFUSED,
                        what + " cannot be used: its character " + (i + 1) + " of " + characters.length + " is "
                                + named(characters[i]),
                        "Give it again without that; blanks and line ends around it are left out anyway. Nothing was sent.");
            }
        }
    }

    /** A letter tells a part of the secret, so that only what is none is shown. */
    private static String named(int c) {
        if (Character.isLetterOrDigit(c)) {
            return "a letter beyond ASCII, which no header takes";
        }
        String name = Character.getName(c);
        return HiddenCharacters.code(c) + (name == null ? "" : " (" + name + ")");
    }
}
