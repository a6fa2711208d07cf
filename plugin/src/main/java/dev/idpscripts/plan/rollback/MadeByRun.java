package dev.idpscripts.plan.rollback;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.plan.BindingChange;
import dev.idpscripts.model.plan.RecordedChange;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.InventoryIndex;
import dev.idpscripts.model.stored.StoredBinding;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredTemplate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** Finds what a run made, if it is still there: by the id that the journal has, or by its likeness where the answer was lost. */
final class MadeByRun {

    private final Inventory server;
    private final InventoryIndex index;
    private final Predicate<UUID> onlyOurs;

    /** @param onlyOurs whether a script may be the run's: it was not there before, and nobody else ever pushed a version of it */
    MadeByRun(Inventory server, Predicate<UUID> onlyOurs) {
        this.server = server;
        this.index = server.index();
        this.onlyOurs = onlyOurs;
    }

    Optional<StoredScript> script(RecordedChange creation) {
        String name = creation.change().subject().name();
        return creation.made().isPresent()
                ? creation.made().flatMap(index::script)
                : index.script(name).filter(script -> onlyOurs.test(script.id()));
    }

    /** One with the same body, which nobody changed, is taken for it. */
    Optional<StoredTemplate> template(RecordedChange creation) {
        return creation.made().isPresent()
                ? creation.made().flatMap(index::template)
                : index.template(creation.change().subject().name())
                        .filter(template -> !template.wasChanged()
                                && creation.sha256()
                                        .filter(new Body(template.templateBody()).sha256()::equals)
                                        .isPresent());
    }

    Optional<StoredBinding> binding(RecordedChange creation) {
        return creation.made().isPresent()
                ? creation.made().flatMap(index::binding)
                : server.bindings().stream()
                        .filter(binding -> isLike(binding, (BindingChange.Bind) creation.change()))
                        .findFirst();
    }

    private boolean isLike(StoredBinding binding, BindingChange.Bind bind) {
        return binding.connectorId().equals(bind.connectorId())
                && binding.hook().equals(bind.slot().hook())
                && binding.executionOrder() == bind.slot().order()
                && binding.settings()
                        .enabledNow()
                        .equals(bind.binding().settings().enabledNow())
                && index.script(binding.scriptId())
                        .filter(script -> script.name().equals(bind.script()))
                        .isPresent();
    }
}
