package dev.idpscripts.command.session;

import dev.idpscripts.model.error.EnvironmentError;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.report.ci.GitHubAnnotations;
import dev.idpscripts.report.json.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Hands results on to later steps of a pipeline, in the way its server wants them. */
public final class CiOutputs {

    /** Whose pipeline it is. */
    public enum Server {
        NONE,
        GITHUB,
        GITLAB
    }

    private static final String DOTENV = "plan.env";

    private final Server server;
    private final Map<String, String> variables;
    private final Outputs outputs;

    /**
     * Makes it.
     *
     * @param variables the environment variables
     * @param outputs where this run writes
     * @throws UserError in surroundings in which nothing could be handed on
     */
    public CiOutputs(Server server, Map<String, String> variables, Outputs outputs) {
        this.server = server;
        this.variables = Map.copyOf(variables);
        this.outputs = outputs;
        if (server == Server.GITHUB && variable("GITHUB_OUTPUT").isEmpty()) {
            throw new UserError(
                    ErrorCode.PARAMETER_INVALID,
                    "-Didp-scripts.ci=github writes to the file that GITHUB_OUTPUT names, and that is not set",
                    "Leave the option out where this is no step of GitHub Actions.");
        }
    }

    /** Removes what an earlier run handed on. */
    public void begin() {
        if (server == Server.GITLAB) {
            outputs.begin(List.of(DOTENV));
        }
    }

    /** What this server shows beside the lines of the files, as lines that it obeys where they are printed alone. */
    public List<String> annotations(RunResult result, UnaryOperator<String> paths) {
        return server == Server.GITHUB ? GitHubAnnotations.lines(result, paths) : List.of();
    }

    /**
     * Writes what later steps read.
     *
     * @param planned whether this run wrote the plan.md in the folder, so that it is no older one
     */
    public void write(Map<String, String> values, boolean planned) {
        if (server == Server.GITHUB) {
            append(variable("GITHUB_OUTPUT"), outputs.secrets().hide(lines(values)));
            // A plan.md that is there may be an earlier run's.
            variable("GITHUB_STEP_SUMMARY").filter(file -> planned).ifPresent(file -> plan().ifPresent(
                            text -> append(Optional.of(file), text)));
        } else if (server == Server.GITLAB) {
            String lines = values.entrySet().stream()
                    .map(e ->
                            "IDP_SCRIPTS_" + e.getKey().toUpperCase(Locale.ROOT).replace('-', '_') + "=" + e.getValue())
                    .collect(Collectors.joining("\n", "", "\n"));
            outputs.write(DOTENV, lines);
        }
    }

    /** One line for each value: none of them can end its line and begin another. */
    private String lines(Map<String, String> values) {
        StringBuilder lines = new StringBuilder();
        values.forEach(
                (name, value) -> lines.append(name).append('=').append(value).append('\n'));
        for (String name : List.of("plan.json", "plan.md", "plan.html", "result.json")) {
            lines.append(name.replace('.', '-'))
                    .append('=')
                    .append(outputs.resolve(name))
                    .append('\n');
        }
        return lines.toString();
    }

    private Optional<String> plan() {
        Path file = outputs.resolve("plan.md");
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }

    private static void append(Optional<String> file, String text) {
        try {
            Files.writeString(Path.of(file.orElseThrow()), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new EnvironmentError(
                    ErrorCode.OUTPUT_FAILED,
                    "cannot write " + file.orElseThrow() + ": " + e.getMessage(),
                    "Leave out -Didp-scripts.ci, or make the file writable.",
                    e);
        }
    }
}
