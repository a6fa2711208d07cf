package dev.idpscripts.plan.pull;

import dev.idpscripts.model.Hook;
import dev.idpscripts.model.Slot;
import dev.idpscripts.model.declared.Binding;
import dev.idpscripts.model.plan.Attribution.Cause;
import dev.idpscripts.model.plan.BindingChange;
import dev.idpscripts.model.plan.BindingChange.Bind;
import dev.idpscripts.model.plan.BindingChange.Move;
import dev.idpscripts.model.plan.BindingChange.Rebind;
import dev.idpscripts.model.plan.BindingChange.Unbind;
import dev.idpscripts.model.plan.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * One hook of one connector after a pull: what the server has, with the changes that a plan would make there because of edits
 * in the files. What somebody did on the server is not undone.
 */
final class HookPuller {

    private final List<Binding> declared;
    private final Map<UUID, Binding> stored;
    private final Map<BindingChange, Reason> changes;
    private final PullDecisions choices;

    /**
     * @param declared of this hook
     * @param stored what the server has on this hook, as files would declare it, by id
     * @param changes what a plan would do on this hook, in its order
     */
    HookPuller(
            List<Binding> declared,
            Map<UUID, Binding> stored,
            Map<BindingChange, Reason> changes,
            PullDecisions choices) {
        this.declared = declared;
        this.stored = stored;
        this.changes = changes;
        this.choices = choices;
    }

    /** In the order in which they run. */
    List<Binding> pull() {
        List<Binding> result = changed(false);
        if (hasTwoInOneSlot(result)) {
            choices.conflict("hook " + declared.get(0).slot().hook()
                    + ": files and server want different scripts in one place; the file keeps its own");
            result = changed(true);
        }
        if (result.size() > Hook.MAX_BINDINGS) {
            choices.conflict(
                    "hook " + declared.get(0).slot().hook() + ": files and server together have " + result.size()
                            + " bindings, and the server allows " + Hook.MAX_BINDINGS + "; the file keeps its own");
            result = new ArrayList<>(declared);
        }
        result.sort(Comparator.comparingInt(binding -> binding.slot().order()));
        return result;
    }

    private static boolean hasTwoInOneSlot(List<Binding> bindings) {
        Set<Slot> slots = new HashSet<>();
        return bindings.stream().anyMatch(binding -> !slots.add(binding.slot()));
    }

    private List<Binding> changed(boolean all) {
        Map<UUID, Binding> there = new LinkedHashMap<>(stored);
        List<Binding> added = new ArrayList<>();
        changes.forEach((change, reason) -> {
            if (all || isOurs(change, reason)) {
                make(change, there, added);
            } else if (!(change instanceof Bind)) {
                choices.note(change.slot() + ": takes over from the server, " + reason.text());
            } else {
                choices.note(change.slot() + ": " + change.script() + " was removed on the server");
            }
        });
        added.addAll(there.values());
        return added;
    }

    private static void make(BindingChange change, Map<UUID, Binding> there, List<Binding> added) {
        if (change instanceof Bind bind) {
            added.add(bind.binding());
        } else if (change instanceof Unbind unbind) {
            there.remove(unbind.current().id());
        } else if (change instanceof Rebind rebind) {
            there.computeIfPresent(
                    rebind.current().id(),
                    (id, old) -> new Binding(
                            old.slot(), old.script(), rebind.binding().settings(), old.origin()));
        } else if (change instanceof Move move) {
            there.computeIfPresent(
                    move.current().id(),
                    (id, old) -> new Binding(move.to(), old.script(), old.settings(), old.origin()));
        }
    }

    /** Whether the file keeps its word; says so where that is not certain. */
    private boolean isOurs(BindingChange change, Reason reason) {
        Cause cause = reason.attribution().cause();
        boolean wanted = declared.stream().anyMatch(b -> b.slot().equals(change.slot()));
        if (change instanceof Unbind && !wanted) {
            // The files say that it is removed, or did once; not what somebody bound again since.
            return reason.origin().isPresent() || !cause.isTheirs();
        }
        if (cause != Cause.LOCAL_EDIT && !cause.isTheirs() && !(change instanceof Bind)) {
            choices.conflict(change.slot() + ": " + reason.text() + ", and nothing tells which is newer");
        }
        return !cause.isTheirs();
    }
}
