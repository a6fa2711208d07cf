package dev.idpscripts.plan.rollback;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.Slot;
import dev.idpscripts.model.SourceLocation;
import dev.idpscripts.model.declared.Binding;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.model.declared.Source;
import dev.idpscripts.model.declared.Template;
import dev.idpscripts.model.stored.StoredBinding;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredTemplate;
import java.util.List;
import java.util.Optional;

/** What was on the server, as if files declared it. */
public final class Recreate {

    /** Where it is said to come from: no file. */
    static final SourceLocation SERVER = SourceLocation.of("(the server)");

    private Recreate() {}

    /** A script with this body. */
    public static Script script(StoredScript old, Body body) {
        Source source = Source.of(old.name() + " before that run", body.text());
        return new Script(
                old.name(),
                Optional.empty(),
                Optional.ofNullable(old.description()),
                old.status(),
                body,
                source,
                SERVER,
                List.of());
    }

    /** A template. */
    public static Template template(StoredTemplate old) {
        return new Template(
                old.name(),
                Optional.empty(),
                Optional.ofNullable(old.description()),
                old.category(),
                new Body(old.templateBody()),
                Optional.ofNullable(old.placeholderAnnotations()),
                SERVER,
                SERVER);
    }

    /** A binding of a script to a connector, by the names that they have then. */
    public static Binding binding(StoredBinding old, String connector, String script) {
        return new Binding(new Slot(connector, old.hook(), old.executionOrder()), script, old.settings(), SERVER);
    }
}
