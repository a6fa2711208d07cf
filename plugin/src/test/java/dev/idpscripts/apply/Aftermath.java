package dev.idpscripts.apply;

import dev.idpscripts.model.GoalCommand;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.declared.Guards;
import dev.idpscripts.model.error.IdpScriptsException;
import dev.idpscripts.model.plan.ApplyResult;
import dev.idpscripts.model.plan.ApplyResult.Result;
import dev.idpscripts.model.plan.ApplyResult.State;
import dev.idpscripts.model.plan.BindingChange;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.NamedChange;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.plan.guard.Brakes;
import dev.idpscripts.plan.guard.ChangeStatus;
import dev.idpscripts.plan.guard.StalenessCheck;
import dev.idpscripts.testing.Client;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.Holding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * What must hold after an apply that met trouble: the server is as before, as wanted, or as the report says, and the next apply
 * finishes.
 *
 * @param label says which case it was
 * @param before the server before the apply
 * @param wrong where complaints go
 */
record Aftermath(String label, Inventory before, Declarations wanted, List<String> wrong) {

    /** Random files take away what they like. */
    private static final Guards MANY = new Guards(OptionalInt.of(1_000), OptionalInt.empty(), false);

    /** A script that no file declares; nobody must touch it. */
    static final String NOT_OURS = "not ours";

    private static final String NOT_OURS_KEY = "script " + NOT_OURS;

    /**
     * Compares.
     *
     * @param applied what the apply said; empty if it began nothing
     */
    void judge(Inventory after, Optional<ApplyResult> applied) {
        Map<String, String> now = exact(after);
        Map<String, String> old = before(now);
        if (!Objects.equals(old.get(NOT_OURS_KEY), now.get(NOT_OURS_KEY))) {
            complain("touched what is not ours");
        }
        if (applied.isEmpty() || applied.get().isRolledBack()) {
            compare("as before", old, now);
        } else if (applied.get().isComplete()) {
            compare("as wanted", Holding.wanted(wanted).objects(), held(after));
        } else {
            asReported(applied.get(), old, now);
        }
        boolean quiet = applied.isPresent()
                && applied.get().takenBack()
                && !applied.get().isRolledBack();
        if (quiet && applied.get().results().stream().noneMatch(Result::open)) {
            complain("not rolled back, and nothing is said to be open");
        }
    }

    /** What was there before, or is as good. */
    private Map<String, String> before(Map<String, String> now) {
        Map<String, String> old = exact(before);
        // There is no way back to draft (server.md 3.1), and annotations cannot be taken away (3.4).
        for (String key : List.copyOf(old.keySet())) {
            String there = now.get(key);
            if (there != null
                    && (old.get(key).replaceFirst("^draft", "inactive").equals(there)
                            || isAnnotated(old.get(key), there))) {
                old.put(key, there);
            }
        }
        return old;
    }

    private static boolean isAnnotated(String old, String now) {
        return old.endsWith("null") && now.startsWith(old.substring(0, old.length() - "null".length()));
    }

    private void complain(String what) {
        wrong.add(label + ": " + what);
    }

    /** What was not attempted, or undone, is as before. */
    private void asReported(ApplyResult applied, Map<String, String> old, Map<String, String> now) {
        Set<String> touched = new TreeSet<>();
        for (Result result : applied.results()) {
            if (result.state() != State.NOT_ATTEMPTED && result.state() != State.UNDONE) {
                touched.add(result.change().subject().toString());
                if (result.change() instanceof BindingChange.Unbind unbind
                        && result.message().contains("is now active")) {
                    touched.add("script " + unbind.script());
                }
            }
        }
        onlyTouched(applied.results().stream().map(Result::change).toList(), touched, old, now);
    }

    /**
     * Nothing else is other than before.
     *
     * @param plan all that was to be done
     * @param touched what may be other
     */
    void onlyTouched(Inventory after, List<Change> plan, Set<String> touched) {
        onlyTouched(plan, touched, before(exact(after)), exact(after));
    }

    private void onlyTouched(List<Change> plan, Set<String> touched, Map<String, String> old, Map<String, String> now) {
        Map<String, String> renamed = new HashMap<>();
        plan.forEach(change -> {
            if (change instanceof NamedChange.Rename r) {
                renamed.put(r.subject().toString(), r.current().address().toString());
            } else if (change instanceof BindingChange.Move m) {
                renamed.put("binding " + m.to(), "binding " + m.from());
            }
        });
        // Names and places may be the old ones again, and a binding may have stepped aside on its way.
        Set<String> all = new TreeSet<>();
        for (String subject : touched) {
            for (String name = subject; name != null && all.add(name); ) {
                name = renamed.get(name);
            }
        }
        TreeSet<String> keys = new TreeSet<>(old.keySet());
        keys.addAll(now.keySet());
        for (String key : keys) {
            boolean same = Objects.equals(old.get(key), now.get(key));
            if (!same && !all.contains(key) && !isRenamedOwner(renamed, old.get(key), now.get(key))) {
                complain(key + " is " + now.get(key) + ", was " + old.get(key) + ", but the report does not say so");
            }
        }
    }

    /** A binding whose script has another name now has not changed itself. */
    private static boolean isRenamedOwner(Map<String, String> renamed, String old, String now) {
        return old != null
                && now != null
                && renamed.entrySet().stream().anyMatch(e -> {
                    String before = "script " + old;
                    return before.startsWith(e.getValue() + " ")
                            && ("script " + now)
                                    .equals(e.getKey()
                                            + before.substring(e.getValue().length()));
                });
    }

    private void compare(String what, Map<String, String> expected, Map<String, String> now) {
        TreeSet<String> keys = new TreeSet<>(expected.keySet());
        keys.addAll(now.keySet());
        keys.stream()
                .filter(key -> !Objects.equals(expected.get(key), now.get(key)))
                .forEach(key ->
                        complain("not " + what + ": " + key + " is " + now.get(key) + ", not " + expected.get(key)));
    }

    private static Map<String, String> exact(Inventory inventory) {
        return Holding.held(inventory, new Desired().declare()).objects();
    }

    private Map<String, String> held(Inventory inventory) {
        Map<String, String> objects = Holding.held(inventory, wanted).objects();
        objects.remove(NOT_OURS_KEY);
        return objects;
    }

    /**
     * The next apply, without trouble, does the rest.
     *
     * @param mayWedge whether the trouble may have left wedged scripts, which must be explained and made anew
     */
    void converge(Client client, boolean mayWedge) {
        try {
            Plan plan = client.plan(wanted);
            List<String> explained =
                    plan.problems().stream().map(problem -> problem.message()).toList();
            if (!explained.isEmpty()) {
                if (!mayWedge || !explained.stream().allMatch(text -> text.contains("is wedged on the server"))) {
                    complain("the next plan: " + explained);
                }
                plan = client.planRecreating(wanted);
            }
            new Brakes(MANY, "false", GoalCommand.of("apply")).check(plan);
            List<ChangeStatus> statuses = client.statuses(plan);
            StalenessCheck.refuseStale(statuses);
            ApplyResult again = client.apply(plan, statuses);
            if (!again.isComplete()) {
                complain("the next apply: " + again.in(State.FAILED));
            }
            Inventory now = client.inventory();
            compare("as wanted by the next apply", Holding.wanted(wanted).objects(), held(now));
            wedged(client, now, mayWedge);
        } catch (IdpScriptsException e) {
            complain("the next apply: " + e.getMessage());
        }
    }

    /** A wedge may stay where nothing was to be pushed; then the next plan that pushes explains it. */
    private void wedged(Client client, Inventory now, boolean mayWedge) {
        if (!mayWedge) {
            now.scripts().stream()
                    .filter(s -> client.server()
                            .versions()
                            .unlikely(s.id(), s.name(), s.currentVersion() + 1)
                            .isPresent())
                    .map(StoredScript::name)
                    .forEach(name -> complain("wedged " + name));
        }
    }
}
