package dev.idpscripts.report.style;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.idpscripts.model.Characters;
import dev.idpscripts.model.JsonValue;

/** JSON values in a line of text. */
public final class JsonText {

    /** Enough to see what it is; the files of the run have it whole. */
    private static final int LONGEST = 300;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private JsonText() {}

    /** The value, shortened in the middle if it is long. */
    public static String shortened(JsonValue value) {
        String text = whole(value);
        int half = LONGEST / 2;
        int length = Characters.count(text);
        return length <= LONGEST
                ? text
                : Characters.first(text, half) + " … " + Characters.last(text, half) + " (" + length + " characters)";
    }

    /** The value in compact JSON. */
    public static String whole(JsonValue value) {
        try {
            return Text.exact(MAPPER.writeValueAsString(value.value()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("plain values can always be written", e);
        }
    }
}
