package dev.idpscripts.workspace;

import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.Slot;
import dev.idpscripts.model.SourceLocation;
import dev.idpscripts.model.Suggestion;
import dev.idpscripts.model.declared.Binding;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.model.declared.Template;
import dev.idpscripts.model.declared.Tombstones;
import dev.idpscripts.workspace.file.Problems;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What must hold between files: names and slots are unique, and what is named exists. */
final class References {

    private final Problems problems;

    References(Problems problems) {
        this.problems = problems;
    }

    void check(Declarations files) {
        Map<String, Script> scripts = scripts(files);
        Map<String, SourceLocation> templates = new HashMap<>();
        Map<String, SourceLocation> renamed = new HashMap<>();
        for (Template template : files.templates()) {
            unique("name", template.name(), template.metadata(), templates);
            template.renamedFrom().ifPresent(old -> unique("old name", old, template.metadata(), renamed));
        }
        files.removed().templates().forEach(gone -> gone(gone, templates, "template"));
        Map<Slot, SourceLocation> slots = new HashMap<>();
        for (Binding binding : files.bindings()) {
            SourceLocation first = slots.putIfAbsent(binding.slot(), binding.origin());
            if (first != null) {
                problems.add(
                        binding.origin(),
                        "order " + binding.slot().order() + " of "
                                + binding.slot().hook() + " is taken already (" + first
                                + "); give one of them another \"order\"");
            }
            bound(binding, scripts);
        }
    }

    private Map<String, Script> scripts(Declarations files) {
        Map<String, Script> scripts = new HashMap<>();
        Map<String, SourceLocation> names = new HashMap<>();
        Map<String, SourceLocation> renamed = new HashMap<>();
        for (Script script : files.scripts()) {
            scripts.putIfAbsent(script.name(), script);
            unique("name", script.name(), script.metadata(), names);
            script.renamedFrom().ifPresent(old -> unique("old name", old, script.metadata(), renamed));
        }
        files.removed().scripts().forEach(gone -> gone(gone, names, "script"));
        return scripts;
    }

    private void gone(Tombstones.Named gone, Map<String, SourceLocation> declared, String what) {
        Optional.ofNullable(declared.get(gone.name()))
                .ifPresent(origin -> problems.add(
                        gone.origin(),
                        "the " + what + " \"" + gone.name() + "\" is marked as removed, but declared too (" + origin
                                + "); keep one of them"));
    }

    private void unique(String what, String name, SourceLocation origin, Map<String, SourceLocation> taken) {
        SourceLocation first = taken.putIfAbsent(name, origin);
        if (first != null) {
            problems.add(
                    origin,
                    "the " + what + " \"" + name + "\" is taken already (" + first
                            + "); names are unique on the server: change one of them");
        }
    }

    private void bound(Binding binding, Map<String, Script> scripts) {
        Optional<Script> script = Optional.ofNullable(scripts.get(binding.script()));
        if (script.isEmpty() && problems.isAnyLost(ScriptFiles.FOLDER)) {
            return;
        }
        if (script.isEmpty()) {
            problems.add(
                    binding.origin(),
                    "there is no script named \"" + binding.script() + "\" in the files"
                            + Suggestion.didYouMean(binding.script(), scripts.keySet()));
        } else if (script.get().status() == ScriptStatus.DRAFT) {
            problems.add(
                    binding.origin(),
                    "the script \"" + binding.script() + "\" is a draft ("
                            + script.get().metadata()
                            + "); the server binds only scripts that were activated: make it active, or remove this line");
        }
    }
}
