package dev.idpscripts.apply.undo;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.SourceLocation;
import dev.idpscripts.model.declared.Binding;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.model.declared.Source;
import dev.idpscripts.model.declared.Template;
import dev.idpscripts.model.plan.BindingChange;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredTemplate;
import dev.idpscripts.model.stored.StoredVersion;
import java.util.List;
import java.util.Optional;

/** What was on the server, as something that can be sent there again. */
public final class Recreate {

    private static final SourceLocation SERVER = SourceLocation.of("(the server)");

    private Recreate() {}

    public static Script script(StoredScript old, StoredVersion version) {
        return new Script(
                old.name(),
                Optional.empty(),
                Optional.ofNullable(old.description()),
                old.status(),
                new Body(version.scriptBody()),
                Source.of(SERVER.file(), version.scriptBody()),
                SERVER,
                List.of());
    }

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

    public static Binding binding(BindingChange.Unbind change) {
        return new Binding(change.slot(), change.script(), change.current().settings(), SERVER);
    }
}
