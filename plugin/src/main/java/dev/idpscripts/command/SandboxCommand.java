package dev.idpscripts.command;

import dev.idpscripts.command.session.Console;
import dev.idpscripts.command.session.RunNotes;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.model.Phrase;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.plan.Target;
import dev.idpscripts.report.json.ResultDetail;
import dev.idpscripts.sandbox.Sandbox;
import dev.idpscripts.sandbox.SandboxOptions;
import dev.idpscripts.workspace.Environments;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Runs the embedded server until the JVM ends, for other clients to use. */
public final class SandboxCommand {

    /**
     * How to run it.
     *
     * @param directory the repository, whose environment says with what it starts
     * @param environment that environment's name; null or blank for the only one there is
     * @param port 0 for any that is free
     * @param place where it keeps its data; empty if it is to forget them, and then it starts with nothing
     * @param token what lets clients in
     * @param faults what goes wrong; empty: nothing does
     */
    public record Options(
            Path directory, String environment, int port, Optional<Path> place, String token, Optional<Path> faults) {

        /** Shows no token. */
        @Override
        public String toString() {
            return "sandbox on port " + port;
        }
    }

    private final Options options;
    private final Console console;
    private final RunNotes notes;
    private final Runnable started;

    /**
     * Makes it.
     *
     * @param started is run when it answers, before that is said
     */
    public SandboxCommand(Options options, Console console, RunNotes notes, Runnable started) {
        this.options = options;
        this.console = console;
        this.notes = notes;
        this.started = started;
    }

    /** Starts it, says where it is, waits. */
    public Outcome run() {
        Optional<Environment> chosen = environment();
        chosen.map(Target::of).ifPresent(notes::target);
        Sandbox sandbox = Sandbox.start(new SandboxOptions(
                options.port(),
                options.place(),
                options.token(),
                chosen.map(Environment::tenant).orElse(Environment.SYSTEM_TENANT),
                chosen.map(Environment::sandboxConnectors).orElse(List.of()),
                options.faults()));
        Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close, "idp-scripts sandbox ends"));
        notes.detail(ResultDetail.server(sandbox.url().toString(), sandbox.tenant()));
        started.run();
        // Not through the log, which has prefixes and can be silenced: whoever starts this waits for the line.
        console.handOn("idp-scripts sandbox ready: " + sandbox.url() + " tenant " + sandbox.tenant() + " token "
                + sandbox.token() + System.lineSeparator());
        console.say(about(chosen, sandbox));
        waitForEver();
        return Outcome.NO_CHANGES;
    }

    private List<String> about(Optional<Environment> chosen, Sandbox sandbox) {
        List<String> connectors = chosen.map(Environment::sandboxConnectors).orElse(List.of());
        return List.of(
                "Connectors: " + (connectors.isEmpty() ? "none" : Phrase.list(connectors)) + ". Data: "
                        + options.place().map(Path::toString).orElse("kept nowhere") + ". Ctrl-C stops it.",
                "Ask it something:",
                "  curl -H 'Authorization: Bearer " + sandbox.token() + "' -H 'X-Tenant-ID: " + sandbox.tenant() + "' "
                        + sandbox.url() + "/governance/scripts");
    }

    private Optional<Environment> environment() {
        return options.place().isEmpty()
                        || !Files.isDirectory(options.directory().resolve("environments"))
                ? Optional.empty()
                : Optional.of(new Environments(options.directory()).choose(options.environment()))
                        .filter(environment -> environment.url().isEmpty());
    }

    private static void waitForEver() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
