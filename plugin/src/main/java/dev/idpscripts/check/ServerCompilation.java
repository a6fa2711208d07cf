package dev.idpscripts.check;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.check.Finding;
import dev.idpscripts.model.check.Finding.Level;
import dev.idpscripts.model.check.Rule;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.model.stored.Validation;
import dev.idpscripts.server.TestingApi;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Asks the server's own compiler. It knows none of the variables that scripts see, so they are declared before the body, in its first
 * line (server.md 4.4 c).
 */
public final class ServerCompilation {

    private static final String PRELUDE = prelude();
    private static final Pattern PLACE = Pattern.compile(" \\(line \\d+, position \\d+\\)$");

    private final TestingApi server;

    public ServerCompilation(TestingApi server) {
        this.server = server;
    }

    /** What the server says about each script's body. */
    public List<Finding> check(List<Script> scripts) {
        return scripts.parallelStream()
                .flatMap(script -> check(script).stream())
                .sorted()
                .toList();
    }

    private Optional<Finding> check(Script script) {
        Validation answer = server.validate(new Body(PRELUDE + script.body().text()));
        return answer.errors().stream().findFirst().map(fault -> finding(script, fault));
    }

    private static Finding finding(Script script, Validation.CompileError fault) {
        int line = fault.line() == null ? 1 : fault.line();
        int column = fault.column() == null ? 0 : fault.column() - (line == 1 ? PRELUDE.length() : 0);
        return new Finding(
                Level.ERROR,
                Rule.SERVER_COMPILES,
                script.at(line, column),
                "the server says: " + PLACE.matcher(fault.message()).replaceFirst(""));
    }

    private static String prelude() {
        StringBuilder prelude = new StringBuilder();
        for (String name : ScopeVariables.ALL) {
            prelude.append(
                    ScopeVariables.CONSTANT.contains(name) ? "const " + name + "=\"\";" : "let " + name + "=#{};");
        }
        return prelude.toString();
    }
}
