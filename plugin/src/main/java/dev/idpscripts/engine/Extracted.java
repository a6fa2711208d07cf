package dev.idpscripts.engine;

/**
 * What the identity server makes of a request.
 *
 * @param status 200 if it takes it, or that of its refusal
 * @param text what it reads, as JSON; or the words of its refusal
 */
public record Extracted(int status, String text) {

    public boolean isTaken() {
        return status == 200;
    }
}
