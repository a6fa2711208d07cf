package dev.idpscripts.model.secret;

/** Stands for an exception that showed a secret: the same place, the same words but for that. */
final class HiddenException extends Exception {

    /** Causes further down are dropped; nothing that is thrown here has so many. */
    static final int DEEPEST = 50;

    private static final long serialVersionUID = 1L;

    private HiddenException(String text, Throwable cause) {
        super(text, cause);
    }

    static HiddenException of(Throwable thrown, Secrets secrets) {
        return of(thrown, secrets, 0);
    }

    private static HiddenException of(Throwable thrown, Secrets secrets, int depth) {
        boolean last = thrown.getCause() == null || depth >= DEEPEST;
        HiddenException hidden = new HiddenException(
                secrets.hide(thrown.toString()), last ? null : of(thrown.getCause(), secrets, depth + 1));
        hidden.setStackTrace(thrown.getStackTrace());
        for (Throwable suppressed : thrown.getSuppressed()) {
            if (depth < DEEPEST) {
                hidden.addSuppressed(of(suppressed, secrets, depth + 1));
            }
        }
        return hidden;
    }

    /** The name of the class that it stands for is in the text already. */
    @Override
    @SuppressWarnings("OverrideThrowableToString") // getMessage would have that name put before it again
    public String toString() {
        return getMessage();
    }
}
