package dev.idpscripts.plan.guard;

import dev.idpscripts.model.ObjectAddress;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.NamedChange;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.InventoryIndex;
import dev.idpscripts.model.stored.StoredNamed;
import java.util.Optional;
import java.util.UUID;

/** Finds scripts and templates as they are now. */
final class StoredNow {

    private final Plan plan;
    private final InventoryIndex index;

    StoredNow(Plan plan, Inventory now) {
        this.plan = plan;
        this.index = now.index();
    }

    Optional<StoredNamed> byId(UUID id) {
        return index.named(id);
    }

    /** The object that has the name when this plan's renames are done, as far as it is there already. */
    Optional<StoredNamed> byName(ObjectAddress address) {
        return index.named(address).filter(there -> !isRenamedAway(there));
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
