package dev.idpscripts.plan.pull;

import dev.idpscripts.model.declared.Binding;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.plan.PlanOptions;
import dev.idpscripts.model.pull.Merged;
import dev.idpscripts.model.pull.Merged.Part;
import dev.idpscripts.model.pull.Pull;
import dev.idpscripts.model.pull.PulledBindings;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.plan.Planner;
import dev.idpscripts.testing.Desired;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a pull says, in lines that tests can read. */
final class PulledWords {

    private PulledWords() {}

    /** What the goal makes of it, without a server. */
    static Pull pull(Desired files, Inventory server, PlanOptions options) {
        Declarations declared = files.declare();
        return Puller.pull(declared, server, Planner.plan(declared, server, options.forPull()), options);
    }

    static List<String> scripts(Pull pull) {
        return pull.scripts().stream()
                .map(each -> each.name()
                        + each.renamedFrom().map(old -> " (from " + old + ")").orElse("") + ", " + each.status() + ", "
                        + each.description().orElse("-") + ": " + body(each.body())
                        + said(each.conflicts(), each.notes()))
                .toList();
    }

    static List<String> templates(Pull pull) {
        return pull.templates().stream()
                .map(each -> each.name() + ", " + each.category() + ", "
                        + each.description().orElse("-") + ", "
                        + each.annotations().map(Object::toString).orElse("-") + ": " + body(each.body())
                        + said(each.conflicts(), each.notes()))
                .toList();
    }

    static List<String> bindings(Pull pull) {
        return pull.bindings().stream().map(PulledWords::bindings).toList();
    }

    private static String bindings(PulledBindings each) {
        return each.connector() + (each.use().isPresent() ? "" : " (new)") + (each.changed() ? ", changed" : "") + ": "
                + each.bindings().stream().map(PulledWords::binding).collect(Collectors.joining(", "))
                + (each.removed().isEmpty() ? "" : "; without " + each.removed().size())
                + said(each.conflicts(), each.notes());
    }

    private static String binding(Binding each) {
        return each.slot().hook() + " " + each.slot().order() + " " + each.script()
                + (each.settings().timeoutSeconds() == 60 ? " slow" : "");
    }

    private static String body(Merged merged) {
        String parts = merged.parts().stream().map(part -> part(part, merged)).collect(Collectors.joining(", "));
        return merged.isMine() && merged.parts().size() == 1 ? "file's" : parts;
    }

    private static String part(Part part, Merged merged) {
        if (part instanceof Merged.Mine mine) {
            return "lines " + mine.from() + "-" + mine.to();
        }
        if (part instanceof Merged.Theirs theirs) {
            return "server's " + theirs.lines();
        }
        Merged.Both both = (Merged.Both) part;
        String base = Optional.of(merged.base())
                .filter(name -> !name.isEmpty())
                .map(name -> " (" + name + ")")
                .orElse("");
        return "both " + both.from() + "-" + both.to() + " of " + both.base() + base + " and " + both.theirs() + " ("
                + merged.theirs() + ")";
    }

    private static String said(List<String> conflicts, List<String> notes) {
        return Stream.concat(
                        conflicts.stream().map(each -> "; conflict " + each),
                        notes.stream().map(each -> "; note " + each))
                .collect(Collectors.joining());
    }
}
