package dev.idpscripts.sandbox.routes;

import dev.idpscripts.sandbox.http.ApiError;
import dev.idpscripts.sandbox.wire.Fields;
import java.util.List;

/**
 * Which part of a list is wanted (server.md 3.5).
 *
 * @param offset how many are skipped
 * @param limit how many are given at most
 */
record Page(long offset, long limit) {

    private static final long MAX_LIMIT = 100;
    private static final long DEFAULT_SIZE = 50;

    /** Asked for as {@code page} and {@code page_size}; a size of 0 is an empty page, a negative one an error. */
    static Page numbered(Fields query) {
        return numbered(query, Math.min(query.optionalLong("page_size").orElse(DEFAULT_SIZE), MAX_LIMIT));
    }

    /** The same with a size that is never below 1, as for templates. */
    static Page clamped(Fields query, long defaultSize) {
        long size = query.optionalLong("page_size").orElse(defaultSize);
        return numbered(query, Math.max(1, Math.min(size, MAX_LIMIT)));
    }

    /** Wraps around on huge pages as the server's own numbers do; what is negative then is an error. */
    private static Page numbered(Fields query, long size) {
        long page = Math.max(1, query.optionalLong("page").orElse(1L));
        return new Page((page - 1) * size, size);
    }

    /** Asked for as {@code limit} and {@code offset}. */
    static Page limited(Fields query, long defaultLimit) {
        long limit = Math.min(query.optionalLong("limit").orElse(defaultLimit), MAX_LIMIT);
        return new Page(query.optionalLong("offset").orElse(0L), limit);
    }

    Page withoutNegativeOffset() {
        return new Page(Math.max(0, offset), limit);
    }

    <T> List<T> of(List<T> all) {
        if (offset < 0 || limit < 0) {
            throw ApiError.database();
        }
        return all.stream().skip(offset).limit(limit).toList();
    }
}
