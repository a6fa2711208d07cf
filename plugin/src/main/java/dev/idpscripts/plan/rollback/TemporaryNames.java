package dev.idpscripts.plan.rollback;

import dev.idpscripts.model.ObjectAddress;
import dev.idpscripts.model.ObjectName;
import dev.idpscripts.model.plan.Attribution;
import dev.idpscripts.model.plan.Attribution.Cause;
import dev.idpscripts.model.plan.NamedChange;
import dev.idpscripts.model.plan.PlannedChange;
import dev.idpscripts.model.plan.Reason;
import dev.idpscripts.model.plan.RecordedChange;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.StoredNamed;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredTemplate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        Set<ObjectAddress> given = done.stream()
                .flatMap(each -> each.change() instanceof NamedChange.Rename rename
                        ? Stream.of(rename.current().address())
                        : Stream.empty())
                .collect(Collectors.toSet());
        Predicate<StoredNamed> inTheWay = each -> made.contains(each.id()) && given.contains(each.address());
        Attribution who = new Attribution(Cause.ROLLBACK, List.of(), Optional.empty(), "");
        Reason why = Reason.of("it steps aside until it goes, for its name is an older one's")
                .by(who);
        List<PlannedChange> renames = Stream.concat(server.scripts().stream(), server.templates().stream())
                .filter(inTheWay)
                .map(each ->
                        new PlannedChange(new NamedChange.Rename(each, ObjectName.aside(each.name(), ending)), why))
                .toList();
        List<StoredScript> otherScripts = server.scripts().stream()
                .map(each -> inTheWay.test(each) ? each.named(ObjectName.aside(each.name(), ending)) : each)
                .toList();
        List<StoredTemplate> otherTemplates = server.templates().stream()
                .map(each -> inTheWay.test(each) ? each.named(ObjectName.aside(each.name(), ending)) : each)
                .toList();
        Inventory moved = new Inventory(
                server.connectors(),
                otherScripts,
                server.bindings(),
                otherTemplates,
                server.current(),
                server.evidence());
        return new TemporaryNames(moved, renames);
    }
}
