package dev.idpscripts.sandbox.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** What a client sent along with a request. */
public final class RequestBody {

    /** More bytes than these are refused (server.md 6). */
    private static final int MAX = 1_048_576;

    private final byte[] bytes;
    private final boolean tooLarge;

    private RequestBody(byte[] bytes, boolean tooLarge) {
        this.bytes = bytes;
        this.tooLarge = tooLarge;
    }

    /** Reads what is too much to its end as well, so that the client sees an answer and not a broken connection. */
    static RequestBody read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MAX);
        boolean tooLarge = in.transferTo(OutputStream.nullOutputStream()) > 0;
        return new RequestBody(bytes, tooLarge);
    }

    /** At most as many as are taken. */
    byte[] bytes() {
        return bytes;
    }

    public boolean isTooLarge() {
        return tooLarge;
    }
}
