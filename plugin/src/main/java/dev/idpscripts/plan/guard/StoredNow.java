package dev.idpscripts.plan.guard;

import dev.idpscripts.model.ObjectAddress;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.NamedChange;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.StoredNamed;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Finds scripts and templates as they are now. */
final class StoredNow {

    private final Plan plan;
    private final Map<UUID, StoredNamed> byId = new HashMap<>();
    private final Map<ObjectAddress, StoredNamed> byName = new HashMap<>();

    StoredNow(Plan plan, Inventory now) {
        this.plan = plan;
        Stream.concat(now.scripts().stream(), now.templates().stream()).forEach(each -> {
            byId.put(each.id(), each);
            byName.put(each.address(), each);
        });
    }

    Optional<StoredNamed> byId(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The object that has the name when this plan's renames are done, as far as it is there already. */
    Optional<StoredNamed> byName(ObjectAddress address) {
        return Optional.ofNullable(byName.get(address)).filter(there -> !isRenamedAway(there));
    }

    /** Whether this plan gives the object another name first. */
    boolean isRenamedAway(StoredNamed there) {
        return plan.changes().stream()
                .anyMatch(c -> c instanceof NamedChange.Rename rename
                        && rename.current().id().equals(there.id())
                        && !rename.to().equals(there.name()));
    }

    /** How a change stands whose object is not there any more. */
    ChangeStatus gone(Change change, StoredNamed planned) {
        return ChangeStatus.stale(
                change,
                byName(planned.address()).isPresent()
                        ? "it was deleted, and another one of that name was made"
                        : "it was deleted");
    }
}
