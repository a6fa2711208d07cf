package dev.idpscripts.plan.attribution;

import dev.idpscripts.model.SourceLocation;
import dev.idpscripts.model.declared.Binding;
import dev.idpscripts.model.plan.Attribution;
import dev.idpscripts.model.plan.Attribution.Edit;
import dev.idpscripts.model.stored.AuditEvent;
import dev.idpscripts.model.stored.StoredBinding;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredVersion;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Says who made a difference in a binding; the audit trail knows that one was made or removed, not how it was changed. */
public final class BindingAttribution {

    private final Ownership ours;
    private final AuditTrail trail;

    public BindingAttribution(Ownership ours, AuditTrail trail) {
        this.ours = ours;
        this.trail = trail;
    }

    /** Why a declared binding is not on the server: it is new, or somebody removed it. */
    public Attribution missing(Binding file, Optional<StoredScript> script, UUID connector) {
        if (script.isEmpty()) {
            return Attribution.LOCAL;
        }
        return trail.of(script.get().id())
                .map(events -> removal(events, script.get(), connector, file.origin())
                        .map(event -> Attribution.drift(Edit.of(event, "removed a binding of it from this connector")))
                        .orElse(Attribution.LOCAL))
                .orElse(Attribution.unknown(""));
    }

    /** The newest removal that no later binding of ours has made good again. The trail does not say from which hook. */
    private Optional<AuditEvent> removal(
            List<AuditEvent> events, StoredScript script, UUID connector, SourceLocation origin) {
        List<String> madeByUs = events.stream()
                .filter(event -> event.action().equals("bound") && ours.isUs(event.actorId()))
                .flatMap(event -> event.detail("binding_id").stream())
                .toList();
        int madeAgain = 0;
        for (AuditEvent event : events) {
            if (!event.detail("connector_id")
                    .filter(connector.toString()::equals)
                    .isPresent()) {
                continue;
            }
            if (event.action().equals("bound") && ours.isUs(event.actorId())) {
                madeAgain++;
            } else if (event.action().equals("unbound")
                    && event.detail("binding_id").filter(madeByUs::contains).isPresent()
                    && trail.isBeside(script, event, events, origin)
                    && madeAgain-- <= 0) {
                return Optional.of(event);
            }
        }
        return Optional.empty();
    }

    /** Why the server has a binding that no file wants there. */
    public Attribution extra(StoredBinding there, Optional<StoredScript> script) {
        Optional<List<AuditEvent>> events = script.flatMap(s -> trail.of(s.id()));
        if (events.isEmpty()) {
            return Attribution.unknown("");
        }
        return bound(events.get(), there)
                .map(event ->
                        ours.isUs(event.actorId()) ? Attribution.LOCAL : Attribution.drift(Edit.of(event, "bound it")))
                .orElse(Attribution.unknown("the audit trail does not tell"));
    }

    private static Optional<AuditEvent> bound(List<AuditEvent> events, StoredBinding binding) {
        return events.stream()
                .filter(event -> event.action().equals("bound")
                        && event.detail("binding_id")
                                .filter(binding.id().toString()::equals)
                                .isPresent())
                .findFirst();
    }

    /** Why a binding's order is not the file's. */
    public Attribution order(StoredBinding there, Optional<StoredScript> script, SourceLocation origin) {
        return there.wasChanged() ? changed(there, script.flatMap(ours::base), origin) : extra(there, script);
    }

    /**
     * Why a binding's settings are not the file's. An apply that was cut off leaves an order behind that nobody wants, when two change
     * places, but no settings: so what was changed after the newest push of any script counts too.
     */
    public Attribution settings(StoredBinding there, Optional<StoredScript> script, SourceLocation origin) {
        Attribution who = order(there, script, origin);
        return who.cause() == Attribution.Cause.UNKNOWN && there.wasChanged()
                ? changed(there, ours.newest(), origin)
                : who;
    }

    private Attribution changed(StoredBinding there, Optional<StoredVersion> pushed, SourceLocation origin) {
        return ours.isUntouchedSince(pushed.filter(there::changedAfter), origin)
                ? Attribution.drift(Edit.at(there.updatedAt(), "changed it"))
                : Attribution.unknown("the server does not record changes of bindings");
    }
}
