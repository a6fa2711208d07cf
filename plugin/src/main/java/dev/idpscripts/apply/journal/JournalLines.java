package dev.idpscripts.apply.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The lines of a journal that can be read; the others are passed over, since the last line of a killed run may be half. */
final class JournalLines {

    static final ObjectMapper JSON = new ObjectMapper();

    private JournalLines() {}

    /**
     * None if there is no such file.
     *
     * @throws UserError if there is one that cannot be read: never taken for an empty one
     */
    static List<JsonNode> read(Path file) {
        if (Files.notExists(file)) {
            return List.of();
        }
        try {
            // Half a line may end in half a letter, which a reader of lines would not get over.
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return text.lines().flatMap(line -> node(line).stream()).toList();
        } catch (IOException e) {
            throw new UserError(
                    ErrorCode.FILES_MISSING,
                    "the journal " + file + " cannot be read: " + e,
                    "It tells what earlier runs did. Make it readable, or name another: -Didp-scripts.journal=FILE."
                            + " Nothing was changed.");
        }
    }

    private static Optional<JsonNode> node(String line) {
        try {
            return Optional.ofNullable(JSON.readTree(line));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
