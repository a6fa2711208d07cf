package dev.idpscripts.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Requests to the module as JSON; their shapes are in {@code src/main/rust/src/request.rs}. */
final class Messages {

    private Messages() {}

    static byte[] validate(String script) {
        return ModuleJson.write(Map.of("do", "validate", "script", script));
    }

    static byte[] job(String what, Job job, boolean trace) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("do", what);
        request.put("script", job.script());
        request.put("tenant", job.tenant().toString());
        request.put("connector", job.connector().toString());
        request.put("user", job.user().toString());
        request.put("context", job.context());
        request.put("trace", trace);
        return ModuleJson.write(request);
    }

    /** The body goes as a character for each byte: it need not be UTF-8. */
    static Map<String, Object> json(String shape, byte[] body) {
        return Map.of("do", "json", "shape", shape, "body", new String(body, StandardCharsets.ISO_8859_1));
    }

    static Map<String, Object> query(String shape, String query) {
        return Map.of("do", "query", "shape", shape, "text", query);
    }

    static Map<String, Object> path(List<String> segments) {
        return Map.of("do", "path", "segments", segments);
    }

    static Map<String, Object> text(String what, String text) {
        return Map.of("do", what, "text", text);
    }

    static Reply read(byte[] reply) {
        Reply read;
        try {
            read = new Reply(new ModuleAnswer(ModuleJson.read(reply)));
        } catch (IOException | ClassCastException e) {
            throw new IllegalStateException("the engine's answer is not what it should be", e);
        }
        if (read.refused().isPresent()) {
            throw new IllegalArgumentException("the engine does not understand the request: "
                    + read.refused().get());
        }
        return read;
    }
}
