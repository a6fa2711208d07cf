package dev.idpscripts.mojo.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where lines go out. */
class TerminalTest {

    private final List<String> lines = new ArrayList<>();
    private final MavenSession session = mock(MavenSession.class);
    private final Properties system = new Properties();
    private final Terminal terminal = terminal(0);

    private Terminal terminal(int columns) {
        Log log = mock(Log.class);
        doAnswer(call -> lines.add(call.getArgument(0))).when(log).info(anyString());
        doAnswer(call -> lines.add(call.getArgument(0))).when(log).warn(anyString());
        doAnswer(call -> lines.add(call.getArgument(0))).when(log).error(anyString());
        when(session.getSystemProperties()).thenReturn(system);
        when(session.getRequest()).thenReturn(mock(MavenExecutionRequest.class));
        return new Terminal(log, session, Map.of("NO_COLOR", "1"), columns, line -> line);
    }

    @Test
    void nothingThatIsPrintedIsHiddenOrObeyed() {
        List<String> said = List.of("a \u202Eb\u009B2J", "  ##vso[task.complete]", "::error::x");
        List<String> shown = List.of("a <U+202E>b<U+009B>2J", "  # #vso[task.complete]", ": :error::x");
        terminal.print(said);
        terminal.say(said);
        terminal.warn(said);
        terminal.complain(said);
        assertEquals(
                Collections.nCopies(4, shown).stream().flatMap(List::stream).toList(), lines);
    }

    @Test
    void aCommandIsBrokenUpWhereFoldingPutsItAtTheBeginning() {
        terminal(30).say("the server says ::error::all lost");
        assertEquals(List.of("the server says", "  : :error::all lost"), lines);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.0.0", "4.0.0-rc-6", "4.1.0-SNAPSHOT"})
    void maven4DoesNotComeBetween(String version) {
        system.setProperty("maven.version", version);
        assertNotSame(System.out, terminal.programs());
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.8.1", "3.9.16", "3.10.0", ""})
    void javasOutputIsGoodEnoughBefore(String version) {
        system.setProperty("maven.version", version);
        assertSame(System.out, terminal.programs());
    }
}
