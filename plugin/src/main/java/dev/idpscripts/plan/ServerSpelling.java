package dev.idpscripts.plan;

import dev.idpscripts.model.ObjectName;
import dev.idpscripts.model.Slot;
import dev.idpscripts.model.declared.Binding;
import dev.idpscripts.model.declared.ConnectorUse;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.model.declared.Template;
import dev.idpscripts.model.declared.Tombstones;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.StoredConnector;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredTemplate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Gives declared names the Unicode form in which the server has them, where it differs in nothing else. The server tells
 * {@code ü} from {@code u} with two dots, which no reader can; so nothing is renamed, bound anew or pruned for that.
 */
public final class ServerSpelling {

    private final Map<String, String> scripts;
    private final Map<String, String> templates;
    private final Map<String, String> connectors;

    private ServerSpelling(Inventory server) {
        this.scripts = forms(server.scripts(), StoredScript::name);
        this.templates = forms(server.templates(), StoredTemplate::name);
        this.connectors = forms(server.connectors(), StoredConnector::name);
    }

    /** The same declarations, under the names that this server has for them. */
    public static Declarations of(Declarations files, Inventory server) {
        ServerSpelling spelling = new ServerSpelling(server);
        return spelling.isUsual() ? files : spelling.of(files);
    }

    /** Names that are in no normal form, by those that are; what the server has in both forms is two things. */
    private static <T> Map<String, String> forms(List<T> stored, Function<T, String> name) {
        TreeSet<String> names = new TreeSet<>(stored.stream().map(name).toList());
        Map<String, String> forms = new HashMap<>();
        for (String there : names) {
            String usual = ObjectName.normal(there);
            if (!names.contains(usual)) {
                forms.putIfAbsent(usual, there);
            }
        }
        return forms;
    }

    private boolean isUsual() {
        return scripts.isEmpty() && templates.isEmpty() && connectors.isEmpty();
    }

    private Declarations of(Declarations files) {
        return new Declarations(
                files.scripts().stream().map(this::script).toList(),
                files.connectors().stream().map(this::connector).toList(),
                files.bindings().stream().map(this::binding).toList(),
                files.templates().stream().map(this::template).toList(),
                removed(files.removed()),
                files.kinds());
    }

    private static String spelt(String name, Map<String, String> forms) {
        return forms.getOrDefault(name, name);
    }

    private Script script(Script script) {
        return script.called(spelt(script.name(), scripts), script.renamedFrom().map(old -> spelt(old, scripts)));
    }

    private Template template(Template template) {
        return template.called(
                spelt(template.name(), templates), template.renamedFrom().map(old -> spelt(old, templates)));
    }

    private ConnectorUse connector(ConnectorUse use) {
        return new ConnectorUse(spelt(use.name(), connectors), use.inFiles(), use.origin());
    }

    private Binding binding(Binding binding) {
        Slot slot = binding.slot();
        return new Binding(
                new Slot(spelt(slot.connector(), connectors), slot.hook(), slot.order()),
                spelt(binding.script(), scripts),
                binding.settings(),
                binding.origin());
    }

    private Tombstones removed(Tombstones removed) {
        return new Tombstones(
                named(removed.scripts(), scripts),
                named(removed.templates(), templates),
                removed.bindings().stream()
                        .map(gone -> new Tombstones.Unbound(
                                spelt(gone.connector(), connectors),
                                gone.hook(),
                                spelt(gone.script(), scripts),
                                gone.origin()))
                        .toList());
    }

    private static List<Tombstones.Named> named(List<Tombstones.Named> all, Map<String, String> forms) {
        return all.stream()
                .map(gone -> new Tombstones.Named(spelt(gone.name(), forms), gone.origin()))
                .toList();
    }
}
