package dev.idpscripts.report.words;

import dev.idpscripts.model.Phrase;
import dev.idpscripts.model.plan.BindingChange;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.NamedChange;
import dev.idpscripts.model.plan.ScriptChange;
import dev.idpscripts.model.plan.TemplateChange;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.report.style.Text;
import java.util.ArrayList;
import java.util.List;

/** Says in a few words what a change does to its object: the object's name before them makes a sentence. */
public final class Sentence {

    private Sentence() {}

    /** What happens to the object, such as {@code is created with 2 lines}. */
    public static String about(Change change) {
        return Text.clean(change.match(HANDLERS));
    }

    /** What happens to the object, one after the other: {@code is created with 2 lines and activated}. */
    public static String about(List<Change> changes) {
        List<String> parts = new ArrayList<>();
        boolean passive = false;
        // The server binds only active scripts, so one that is to be inactive is active in between.
        boolean between = has(changes, Change.Kind.ACTIVATE) && has(changes, Change.Kind.DEACTIVATE);
        for (Change change : changes) {
            if (between && change.kind() == Change.Kind.ACTIVATE) {
                continue;
            }
            String part = between && change.kind() == Change.Kind.DEACTIVATE ? "is left inactive" : about(change);
            parts.add(passive && part.startsWith("is ") ? part.substring("is ".length()) : part);
            passive = part.startsWith("is ");
        }
        return Phrase.list(parts);
    }

    private static boolean has(List<Change> changes, Change.Kind kind) {
        return changes.stream().anyMatch(change -> change.kind() == kind);
    }

    /** The object: of a binding with the script it runs, because a slot alone says little. */
    public static String object(Change change) {
        String script = change instanceof BindingChange b ? " (" + b.script() + ")" : "";
        return Text.clean(change.subject() + script);
    }

    /** The change as an order, such as {@code activate script A}. */
    public static String action(Change change) {
        return Text.clean(change.kind() + " "
                + (change instanceof BindingChange b ? b.script() + ": " + b.slot() : change.subject()));
    }

    private static final NamedChange.Cases<String> NAMED = new NamedChange.Cases<>() {
        @Override
        public String rename(NamedChange.Rename c) {
            return "is renamed from " + c.current().name();
        }

        @Override
        public String describe(NamedChange.Describe c) {
            String from = c.current().descriptionText();
            return c.to().isEmpty()
                    ? "loses its description, \"" + from + "\""
                    : "is described as \"" + c.to() + "\"" + (from.isEmpty() ? "" : " instead of \"" + from + "\"");
        }

        @Override
        public String delete(NamedChange.Delete c) {
            return c.current() instanceof StoredScript script
                    ? "is deleted with "
                            + Phrase.word(
                                    script.currentVersion(),
                                    "its only version",
                                    "all its " + script.currentVersion() + " versions")
                    : "is deleted";
        }
    };

    private static final ScriptChange.Cases<String> SCRIPT = new ScriptChange.Cases<>() {
        @Override
        public String create(ScriptChange.Create c) {
            return "is created with " + Phrase.count(c.script().body().lines().size(), "line");
        }

        @Override
        public String update(ScriptChange.Update c) {
            int version = c.current().currentVersion();
            return "gets a new body, version " + version + " -> " + (version + 1);
        }

        @Override
        public String activate(ScriptChange.Activate c) {
            return "is activated";
        }

        @Override
        public String deactivate(ScriptChange.Deactivate c) {
            return "is deactivated";
        }
    };

    private static final BindingChange.Cases<String> BINDING = new BindingChange.Cases<>() {
        @Override
        public String bind(BindingChange.Bind c) {
            return "is created: " + c.binding().settings().words();
        }

        @Override
        public String rebind(BindingChange.Rebind c) {
            return "changes: " + c.binding().settings().wordsFrom(c.current().settings());
        }

        @Override
        public String move(BindingChange.Move c) {
            return "is moved from order " + c.from().order() + " to " + c.to().order();
        }

        @Override
        public String unbind(BindingChange.Unbind c) {
            return "is removed: " + c.current().settings().words();
        }
    };

    private static final TemplateChange.Cases<String> TEMPLATE = new TemplateChange.Cases<>() {
        @Override
        public String create(TemplateChange.Create c) {
            return "is created with " + Phrase.count(c.template().body().lines().size(), "line");
        }

        @Override
        public String update(TemplateChange.Update c) {
            return "is updated";
        }
    };

    private static final Change.Handlers<String> HANDLERS = new Change.Handlers<>(NAMED, SCRIPT, BINDING, TEMPLATE);
}
