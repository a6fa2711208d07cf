package dev.idpscripts.mojo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.atLeast;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.error.IdpScriptsException;
import dev.idpscripts.sandbox.Sandbox;
import dev.idpscripts.sandbox.SandboxOptions;
import dev.idpscripts.server.Server;
import dev.idpscripts.testing.Client;
import dev.idpscripts.testing.Repo;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.settings.Settings;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.ArgumentCaptor;

/** What tests of goals share that work on a repository and on the sandbox in its {@code target}. */
abstract class GoalFixture {

    @TempDir
    Path folder;

    @Inject
    MavenSession session;

    @Inject
    Log log;

    Repo repo;

    /** Tells the goals where the repository is, and whose. */
    final void use(Repo made) {
        repo = made.folder("target");
        set("directory", folder.toString());
        set("outputDirectory", folder.resolve("target/idp-scripts").toString());
        set("repository", "acme");
        // Not every goal takes that, but one of this run does.
        when(session.getGoals()).thenReturn(List.of("idp-scripts:plan"));
    }

    final void set(String option, String value) {
        session.getUserProperties().setProperty("idp-scripts." + option, value);
    }

    /** Sets a parameter of one goal only. */
    static void give(AbstractMojo goal, String parameter, Object value) throws ReflectiveOperationException {
        Field field = field(goal.getClass(), parameter);
        field.setAccessible(true);
        field.set(goal, value instanceof Integer number && field.getType() == String.class ? number.toString() : value);
    }

    private static Field field(Class<?> type, String name) throws NoSuchFieldException {
        try {
            return type.getDeclaredField(name);
        } catch (NoSuchFieldException e) {
            if (type.getSuperclass() == null) {
                throw e;
            }
            return field(type.getSuperclass(), name);
        }
    }

    /**
     * Puts what lets in into settings.xml, for the server {@code idp}.
     *
     * @param user null for a token
     */
    final void credentials(String user, String password) {
        Settings settings = new Settings();
        org.apache.maven.settings.Server server = new org.apache.maven.settings.Server();
        server.setId("idp");
        server.setUsername(user);
        server.setPassword(password);
        settings.addServer(server);
        when(session.getSettings()).thenReturn(settings);
    }

    /** What somebody else does on the server between two runs. */
    final void meanwhile(Consumer<Server> work) {
        there(server -> {
            work.accept(server);
            return server;
        });
    }

    /** The same, and what came of it. */
    final <T> T there(Function<Server, T> work) {
        Optional<Path> place = Optional.of(folder.resolve("target/idp-scripts/sandbox"));
        try (Sandbox sandbox =
                Sandbox.start(new SandboxOptions(0, place, "token", Environment.SYSTEM_TENANT, List.of()))) {
            return work.apply(Client.colleague(sandbox).server());
        }
    }

    /** What was told since this was asked last; warnings and errors not. */
    String said() {
        ArgumentCaptor<CharSequence> infos = ArgumentCaptor.forClass(CharSequence.class);
        verify(log, atLeast(0)).info(infos.capture());
        clearInvocations(log);
        return String.join("\n", infos.getAllValues());
    }

    /** Errors and warnings that were told since this was asked last, and then what else was. */
    final String told() {
        ArgumentCaptor<CharSequence> errors = ArgumentCaptor.forClass(CharSequence.class);
        ArgumentCaptor<CharSequence> warnings = ArgumentCaptor.forClass(CharSequence.class);
        ArgumentCaptor<CharSequence> infos = ArgumentCaptor.forClass(CharSequence.class);
        verify(log, atLeast(0)).error(errors.capture());
        verify(log, atLeast(0)).warn(warnings.capture());
        verify(log, atLeast(0)).info(infos.capture());
        clearInvocations(log);
        return Stream.of(errors, warnings, infos)
                .flatMap(captor -> captor.getAllValues().stream())
                .collect(Collectors.joining("\n"));
    }

    final JsonNode result() throws IOException {
        return new ObjectMapper().readTree(repo.read("target/idp-scripts/result.json"));
    }

    /** Runs to a good end, with these texts in what it says. */
    final String passes(AbstractMojo goal, String outcome, String... texts) throws Exception {
        goal.execute();
        String said = said();
        for (String text : texts) {
            assertTrue(said.contains(text), text + " is not in " + said);
        }
        assertEquals(outcome, result().path("outcome").asText());
        return said;
    }

    /** Runs to a bad end, as one of Maven's own exceptions, with these texts in its message. */
    final void fails(AbstractMojo goal, String outcome, String... texts) throws IOException {
        fails(Exception.class, goal, outcome, texts);
    }

    /** Runs to a bad end that the user can mend: a failure, not an error, of the build. */
    final void refused(AbstractMojo goal, String outcome, String... texts) throws IOException {
        fails(MojoFailureException.class, goal, outcome, texts);
    }

    /** Runs to a bad end of this kind. */
    final void fails(Class<? extends Exception> type, AbstractMojo goal, String outcome, String... texts)
            throws IOException {
        Exception e = assertThrows(type, goal::execute);
        for (String text : texts) {
            assertTrue(e.getMessage().contains(text), text + " is not in " + e.getMessage());
        }
        assertFalse(e instanceof IdpScriptsException, e.toString());
        assertEquals(outcome, result().path("outcome").asText());
        assertEquals(1, result().path("exitCode").asInt());
        said();
    }
}
