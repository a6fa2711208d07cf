package dev.idpscripts.mojo;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.Provenance;
import dev.idpscripts.server.Server;
import dev.idpscripts.testing.Repo;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** Two scripts with a history: version 2 of script a is good, version 3 is not; script b has only what was pushed first. */
abstract class VersionsFixture extends GoalFixture {

    static final String OLD = "1111111111111111111111111111111111111111";
    static final String NEW = "2222222222222222222222222222222222222222";

    @BeforeEach
    final void files() {
        use(Repo.in(folder).file("scripts/a.rhai", "let a = 3;\n").file("environments/sandbox.yaml", "url: sandbox\n"));
        meanwhile(server -> {
            UUID a = make(server, "a", "let a = 2;\n", OLD);
            push(server, a, "a", "let a = 3;\n", NEW);
            make(server, "b", "let b = 2;\n", OLD);
        });
    }

    static UUID make(Server server, String name, String body, String commit) {
        UUID id = server.scripts().create(name, Optional.empty()).id();
        push(server, id, name, body, commit);
        return id;
    }

    /** As this repository does. */
    static void push(Server server, UUID id, String name, String text, String commit) {
        Body body = new Body(text);
        server.versions()
                .push(
                        id,
                        name,
                        body,
                        Provenance.of("work", "acme", commit, body).format());
    }

    /** Warnings too: a rollback ends with one. */
    @Override
    final String said() {
        return told();
    }
}
