package dev.idpscripts.sandbox.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.model.error.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The file that says what is to go wrong with the embedded server. */
class FaultFileTest {

    private static final Set<String> OPERATIONS = Set.of("GET /a", "POST /a/{id}");

    @TempDir
    Path folder;

    private Faults read(String yaml) throws IOException {
        return FaultFile.read(Files.writeString(folder.resolve("faults.yaml"), yaml), OPERATIONS);
    }

    private static List<Optional<FaultKind>> calls(Faults faults, int n, String method, String pattern) {
        return IntStream.range(0, n).mapToObj(i -> faults.next(method, pattern)).toList();
    }

    @Test
    void theThirdAndTheFourthCall() throws IOException {
        Faults faults = read("- {operation: 'POST /a/{id}', call: 3, times: 2, fault: reset-after}");
        Optional<FaultKind> broken = Optional.of(FaultKind.RESET_AFTER);
        assertEquals(Optional.empty(), faults.next("GET", "/a"));
        assertEquals(
                List.of(Optional.empty(), Optional.empty(), broken, broken, Optional.empty()),
                calls(faults, 5, "POST", "/a/{id}"));
    }

    @Test
    void allWritesAreCountedTogether() throws IOException {
        Faults faults = read("- {operation: 'WRITE *', call: 2, fault: html}\n- {operation: GET *, fault: slow}");
        assertEquals(Optional.empty(), faults.next("POST", "/a/{id}"));
        assertEquals(Optional.of(FaultKind.SLOW), faults.next("GET", "/a"));
        assertEquals(Optional.of(FaultKind.HTML), faults.next("DELETE", "/b"));
    }

    @Test
    void oneInTen() throws IOException {
        Faults faults = read("- {operation: GET *, oneIn: 10, fault: empty-list}");
        long wrong = calls(faults, 1_000, "GET", "/a").stream()
                .filter(Optional.of(FaultKind.EMPTY_LIST)::equals)
                .count();
        assertTrue(wrong > 50 && wrong < 200, "" + wrong);
        assertEquals(Optional.empty(), faults.next("POST", "/a/{id}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a: 1                                       | it must be a list
            - x                                        | entry 1: it must have the keys operation and fault
            - {operation: '*', fault: html, when: 3}   | entry 1: unknown key when
            - {operation: PUT /a, fault: html}         | entry 1: there is no operation "PUT /a"
            - {operation: '*', fault: fire}            | entry 1: there is no fault "fire"
            - {operation: '*', fault: html, call: 0}   | entry 1: call must be a number from 1
            - {operation: '*', fault: html, times: x}  | entry 1: times must be a number from 1
            - {operation: '*', fault: html, oneIn: 0} | entry 1: oneIn must be a number from 1
            - {operation: '*', fault: html, oneIn: 9, call: 2} | entry 1: oneIn strikes at random, so it goes without
            '- {'                                      | it is not valid YAML
            - !!java.net.URL [x]                       | it is not valid YAML
            """)
    void mistakesAreNamed(String yaml, String message) {
        UserError e = assertThrows(UserError.class, () -> read(yaml));
        assertTrue(
                e.getMessage()
                        .startsWith(
                                "faults for the embedded server, " + folder.resolve("faults.yaml") + ": " + message),
                e.getMessage());
    }

    @Test
    void aMissingFile() {
        UserError e = assertThrows(UserError.class, () -> FaultFile.read(folder.resolve("none.yaml"), OPERATIONS));
        assertTrue(e.getMessage().contains("it cannot be read"), e.getMessage());
    }
}
