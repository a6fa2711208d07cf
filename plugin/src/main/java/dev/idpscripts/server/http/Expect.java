package dev.idpscripts.server.http;

/** Whether what a request asks for is there, as far as anybody knows: what is expected and missing is asked for again. */
public enum Expect {
    /** Files declare it, something refers to it, or it was seen before. */
    SURELY,
    PERHAPS,
    /** Its absence is what is hoped for. */
    HARDLY;

    /** Whether there is a reason to expect it. */
    public static Expect onlyIf(boolean reason) {
        return reason ? SURELY : PERHAPS;
    }
}
