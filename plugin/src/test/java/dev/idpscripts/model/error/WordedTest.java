package dev.idpscripts.model.error;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.idpscripts.model.Problem;
import dev.idpscripts.model.SourceLocation;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An error in other words is the same error otherwise. */
class WordedTest {

    private static RequestFailed failed() {
        return new RequestFailed(
                ErrorCode.SERVER_FAILED, "what", "next", 500, RequestFailed.Effect.UNKNOWN, new IOException("why"));
    }

    private static InvalidFiles invalid() {
        return new InvalidFiles(ErrorCode.FILES_INVALID, List.of(new Problem(SourceLocation.of("a.yaml"), "what")));
    }

    static Stream<IdpScriptsException> errors() {
        return Stream.of(
                new UserError(ErrorCode.PARAMETER_INVALID, "what", "next"),
                new EnvironmentError(ErrorCode.OUTPUT_FAILED, "what", "next", new IOException("why")),
                failed(),
                invalid());
    }

    private static <T extends IdpScriptsException> T worded(T error) {
        @SuppressWarnings("unchecked") // that it is of the same class is what is tested
        T same = (T) error.worded(text -> text.replace("what", "WHAT"));
        return same;
    }

    @ParameterizedTest
    @MethodSource("errors")
    void keepsEverythingElse(IdpScriptsException error) {
        Exception further = new IllegalStateException("further");
        error.addSuppressed(further);
        IdpScriptsException worded = worded(error);
        assertSame(error.getClass(), worded.getClass());
        assertEquals(error.code(), worded.code());
        assertEquals(error.what().replace("what", "WHAT"), worded.what());
        assertEquals(error.next(), worded.next());
        assertSame(error.getCause(), worded.getCause());
        assertArrayEquals(error.getStackTrace(), worded.getStackTrace());
        assertArrayEquals(new Throwable[] {further}, worded.getSuppressed());
    }

    @Test
    void whatOneKindAloneHas() {
        assertEquals("WHAT", worded(invalid()).problems().get(0).message());
        assertEquals(500, worded(failed()).status());
        assertSame(RequestFailed.Effect.UNKNOWN, worded(failed()).effect());
    }

    /** The state comes before what to do, also where nothing is to be done. */
    @Test
    void theStateIsSaid() {
        assertEquals(
                "what\nNothing was changed. next",
                new UserError(ErrorCode.PARAMETER_INVALID, "what", "next")
                        .stating("Nothing was changed.")
                        .getMessage());
        assertEquals(
                "what\nNothing was changed.",
                new UserError(ErrorCode.PARAMETER_INVALID, "what", "")
                        .stating("Nothing was changed.")
                        .getMessage());
        assertEquals(500, ((RequestFailed) failed().stating("Nothing was changed.")).status());
    }
}
