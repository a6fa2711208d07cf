package dev.idpscripts.apply.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines of a journal that can be read; the others are passed over, since the last line of a killed run may be half. */
final class JournalLines {

    static final ObjectMapper JSON = new ObjectMapper();

    private JournalLines() {}

    /** None if there is no such file. */
    static List<JsonNode> read(Path file) {
        List<JsonNode> nodes = new ArrayList<>();
        try {
            for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
                node(line).ifPresent(nodes::add);
            }
        } catch (IOException e) {
            return List.of();
        }
        return nodes;
    }

    private static Optional<JsonNode> node(String line) {
        try {
            return Optional.ofNullable(JSON.readTree(line));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
