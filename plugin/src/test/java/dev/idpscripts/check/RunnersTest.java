package dev.idpscripts.check;

import static dev.idpscripts.testing.Values.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.idpscripts.engine.RhaiEngine;
import dev.idpscripts.model.Body;
import dev.idpscripts.model.check.Failure;
import dev.idpscripts.model.check.RunOutcome;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.sandbox.Sandbox;
import dev.idpscripts.sandbox.SandboxOptions;
import dev.idpscripts.testing.Client;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Here and on the server, a run shows the same, but for what the server does not tell. */
class RunnersTest {

    private static final Sandbox SANDBOX = Sandbox.start(
            new SandboxOptions(0, Optional.empty(), "s3cret-and-long", Environment.SYSTEM_TENANT, List.of()));
    private static final RhaiEngine ENGINE = new RhaiEngine();
    private static final Runner HERE = new EmbeddedRunner(ENGINE, Environment.SYSTEM_TENANT, false);
    private static final Runner THERE =
            new ServerRunner(new Client(SANDBOX, false).server().testing());

    @AfterAll
    static void close() {
        ENGINE.close();
        SANDBOX.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attributes.n += 1; output.id = connector_id + user_id;",
                "attributes = ();",
                "let a = ;",
                "attributes.mail = nowhere;",
                "throw \"no (line 3, position 4) luck\";",
                "fn f(x) { throw x; }\nf(\"a\nb\");",
                "fn g(x) { x.foo() }\nfn f(x) {\n  g(x)\n}\nf(1);",
                "loop {}",
                "let a = [1, 1]; output.a = a.filter(|x| a.index_of(x) == 0);",
                "output.a = 1; output.r = 1..3;",
                "attributes.r = Fn(\"f\");",
                "let a = []; a.pad(4294967297, 0);",
            })
    void agree(String script) {
        RunOutcome here = HERE.run(new Body(script), value("{attributes: {n: 1}}"));
        RunOutcome there = THERE.run(new Body(script), value("{attributes: {n: 1}}"));
        assertEquals(here.attributes(), there.attributes());
        assertEquals(here.output(), there.output());
        assertEquals(here.failure().map(Failure::text), there.failure().map(Failure::text));
        assertEquals(here.failure().map(Failure::cause), there.failure().map(Failure::cause));
        boolean plain = !script.contains("luck") && !script.contains("a\nb");
        if (plain) {
            // Where a script's own words look like a place, the text alone cannot tell.
            assertEquals(here.failure().map(Failure::message), there.failure().map(Failure::message));
            assertEquals(here.failure().map(Failure::line), there.failure().map(Failure::line));
            assertEquals(here.failure().map(Failure::column), there.failure().map(Failure::column));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{connector_id: nowhere, user_id: 5}",
                "{connector_id: '{22222222222222222222222222222222}'}",
                "{connector_id: '{22222222-2222-2222-2222-222222222222}', user_id: 2222222222222222222222222222222A}",
                "{connector_id: 'urn:uuid:22222222-2222-2222-2222-222222222222', user_id: 'URN:UUID:22222222-2222-2222-2222-222222222222'}",
            })
    void agreeOnIds(String context) {
        Body script = new Body("output.ids = connector_id + ` ` + user_id;");
        assertEquals(
                HERE.run(script, value(context)).output(),
                THERE.run(script, value(context)).output());
    }
}
