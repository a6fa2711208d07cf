package dev.idpscripts.server.http;

import java.io.IOException;

/** A body that is longer than any that the API gives. */
final class AnswerTooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    AnswerTooLarge(long size) {
        super("the answer is larger than " + (size >> 20) + " MiB");
    }
}
