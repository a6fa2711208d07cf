package dev.idpscripts.view;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.GoalCommand;
import dev.idpscripts.model.Hook;
import dev.idpscripts.model.ObjectName;
import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.InventoryIndex;
import dev.idpscripts.model.stored.StoredBinding;
import dev.idpscripts.model.stored.StoredConnector;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredVersion;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Examines what is on a server. */
public final class ServerCheckup {

    private static final int NEAR = Hook.MAX_BINDINGS - 1;
    private static final int MOST_NAMES = 5;

    private ServerCheckup() {}

    /**
     * Adds what it finds.
     *
     * @param server with the current versions of all scripts
     * @param wedged versions above the current one, by script
     */
    public static void examine(Checkup checkup, Inventory server, Map<UUID, StoredVersion> wedged, Declarations files) {
        connectors(checkup, server, files);
        wedged(checkup, server, wedged);
        orphans(checkup, server);
        empty(checkup, server);
        crowded(checkup, server);
        idle(checkup, server);
        unmanaged(checkup, server, files);
    }

    private static void wedged(Checkup checkup, Inventory server, Map<UUID, StoredVersion> wedged) {
        List<String> stuck = server.scripts().stream()
                .filter(s -> wedged.containsKey(s.id()))
                .map(StoredScript::name)
                .toList();
        found(
                checkup,
                "wedged scripts",
                stuck,
                "They take no further version. To recreate them: "
                        + GoalCommand.of("apply").with("recreateWedged"));
    }

    private static void orphans(Checkup checkup, Inventory server) {
        Set<UUID> known = server.connectors().stream().map(StoredConnector::id).collect(Collectors.toSet());
        List<String> orphans = server.bindings().stream()
                .filter(b -> !known.contains(b.connectorId()))
                .map(b -> b.id().toString())
                .toList();
        found(
                checkup,
                "bindings of deleted connectors",
                orphans,
                "Remove them: DELETE /governance/script-bindings/{id}");
    }

    private static void empty(Checkup checkup, Inventory server) {
        List<String> empty = server.scripts().stream()
                .filter(s -> !s.isSystem() && isEmpty(server.current().get(s.id())))
                .map(StoredScript::name)
                .toList();
        found(checkup, "scripts without a body", empty, "Push one, or delete them");
    }

    private static void crowded(Checkup checkup, Inventory server) {
        NameLookup names = NameLookup.of(server);
        Map<String, Long> crowded = server.bindings().stream()
                .collect(Collectors.groupingBy(
                        b -> names.connector(b.connectorId()) + ", " + b.hook(), Collectors.counting()));
        found(
                checkup,
                "hooks with " + NEAR + " or " + Hook.MAX_BINDINGS + " bindings",
                crowded.entrySet().stream()
                        .filter(e -> e.getValue() >= NEAR)
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList(),
                "The server allows " + Hook.MAX_BINDINGS + " on a hook: put scripts together");
    }

    private static void connectors(Checkup checkup, Inventory server, Declarations files) {
        Set<String> names = server.connectors().stream()
                .map(StoredConnector::name)
                .map(ObjectName::normal)
                .collect(Collectors.toSet());
        List<String> missing = files.connectors().stream()
                .map(use -> use.name())
                .filter(name -> !names.contains(ObjectName.normal(name)))
                .toList();
        if (missing.isEmpty()) {
            checkup.good("connectors of the files", files.connectors().size() + " found by name");
        } else {
            checkup.bad(
                    "connectors of the files",
                    "not on the server: " + String.join(", ", missing),
                    "Make them there, or name them under \"connectors\" in the environment's file");
        }
    }

    private static void idle(Checkup checkup, Inventory server) {
        InventoryIndex index = server.index();
        List<String> asleep = server.bindings().stream()
                .filter(StoredBinding::enabled)
                .flatMap(b -> index.script(b.scriptId()).stream())
                .filter(s -> s.status() != ScriptStatus.ACTIVE)
                .map(StoredScript::name)
                .distinct()
                .sorted()
                .toList();
        found(
                checkup,
                "bound scripts that are not active",
                asleep,
                "They do not run: activate them, or remove the bindings");
    }

    private static void unmanaged(Checkup checkup, Inventory server, Declarations files) {
        Set<String> declared = files.scripts().stream()
                .map(Script::name)
                .map(ObjectName::normal)
                .collect(Collectors.toSet());
        List<String> unmanaged = server.scripts().stream()
                .filter(s -> !s.isSystem() && !declared.contains(ObjectName.normal(s.name())))
                .map(StoredScript::name)
                .sorted()
                .toList();
        found(checkup, "scripts in no file", unmanaged, "to write them into files: " + GoalCommand.of("pull"));
    }

    private static boolean isEmpty(StoredVersion version) {
        return version == null
                || version.scriptBody().isBlank()
                || new Body(version.scriptBody().strip()).equals(Body.STUB);
    }

    private static void found(Checkup checkup, String what, List<String> names, String todo) {
        if (names.isEmpty()) {
            checkup.good(what, "none");
            return;
        }
        String some = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
        checkup.warn(what, names.size() + ": " + some + (names.size() > MOST_NAMES ? " and others" : ""), todo);
    }
}
