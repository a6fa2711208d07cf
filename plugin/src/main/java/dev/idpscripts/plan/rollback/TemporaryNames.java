package dev.idpscripts.plan.rollback;

import dev.idpscripts.model.ObjectName;
import dev.idpscripts.model.plan.Attribution;
import dev.idpscripts.model.plan.Attribution.Cause;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.PlannedChange;
import dev.idpscripts.model.plan.Reason;
import dev.idpscripts.model.plan.RecordedChange;
import dev.idpscripts.model.plan.ScriptChange;
import dev.idpscripts.model.plan.TemplateChange;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A run may have given one object another name, and its old name to a new one. Before the first gets its name back, the new one steps
 * aside, for it goes only at the end.
 *
 * @param server as if the new ones had stepped aside
 * @param renames what lets them step aside
 */
record TemporaryNames(Inventory server, List<PlannedChange> renames) {

    static TemporaryNames of(List<RecordedChange> done, Inventory server, String run) {
        String ending = " (made by " + run + ")";
        Set<UUID> made = done.stream().flatMap(each -> each.made().stream()).collect(Collectors.toSet());
        Set<String> scripts = oldNames(
                done,
                change -> change instanceof ScriptChange.Rename rename
                        ? Optional.of(rename.current().name())
                        : Optional.empty());
        Set<String> templates = oldNames(
                done,
                change -> change instanceof TemplateChange.Rename rename
                        ? Optional.of(rename.current().name())
                        : Optional.empty());
        Attribution who = new Attribution(Cause.ROLLBACK, List.of(), Optional.empty(), "");
        Reason why = Reason.of("it steps aside until it goes, for its name is an older one's")
                .by(who);
        List<PlannedChange> renames = new ArrayList<>();
        List<StoredScript> otherScripts = moved(
                server.scripts(),
                script -> made.contains(script.id()) && scripts.contains(script.name()),
                script -> script.named(ObjectName.aside(script.name(), ending)),
                (script, other) -> renames.add(new PlannedChange(new ScriptChange.Rename(script, other.name()), why)));
        List<StoredTemplate> otherTemplates = moved(
                server.templates(),
                template -> made.contains(template.id()) && templates.contains(template.name()),
                template -> template.named(ObjectName.aside(template.name(), ending)),
                (template, other) ->
                        renames.add(new PlannedChange(new TemplateChange.Rename(template, other.name()), why)));
        Inventory moved = new Inventory(
                server.connectors(),
                otherScripts,
                server.bindings(),
                otherTemplates,
                server.current(),
                server.evidence());
        return new TemporaryNames(moved, renames);
    }

    private static <S> List<S> moved(
            List<S> stored, Predicate<S> inTheWay, UnaryOperator<S> renamed, BiConsumer<S, S> note) {
        List<S> moved = new ArrayList<>();
        for (S each : stored) {
            S other = inTheWay.test(each) ? renamed.apply(each) : each;
            if (other != each) {
                note.accept(each, other);
            }
            moved.add(other);
        }
        return moved;
    }

    private static Set<String> oldNames(List<RecordedChange> done, Function<Change, Optional<String>> oldName) {
        return done.stream()
                .flatMap(each -> oldName.apply(each.change()).stream())
                .collect(Collectors.toSet());
    }
}
