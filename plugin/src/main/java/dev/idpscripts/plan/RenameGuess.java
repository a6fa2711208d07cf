package dev.idpscripts.plan;

import dev.idpscripts.diff.Hunk;
import dev.idpscripts.model.Body;
import dev.idpscripts.model.ObjectAddress;
import dev.idpscripts.model.SourceLocation;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.NamedChange;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.ScriptChange;
import dev.idpscripts.model.plan.TemplateChange;
import dev.idpscripts.model.plan.Unmanaged;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredTemplate;
import dev.idpscripts.workspace.pull.Slugs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Asks whether an object that is new and one that no file declares are the same under another name. Only the files can say so, with
 * {@code renamedFrom}; without it the new one gets another id, and history and bindings stay behind.
 */
public final class RenameGuess {

    /** So much of the lines of two bodies that are nearly the same is common to both. */
    private static final double NEARLY = 0.8;

    /** More pairs than this are compared for being exactly the same only. */
    private static final int MANY = 2_500;

    /** What is new. */
    private record Fresh(ObjectAddress subject, Body body, SourceLocation metadata) {}

    /** What no file declares. */
    private record Orphan(ObjectAddress subject, Body body) {}

    private RenameGuess() {}

    /**
     * A question for each new object that looks like one that is left over or deleted.
     *
     * @param server what the plan was made from
     */
    public static List<String> questions(Plan plan, Inventory server) {
        List<Fresh> fresh = plan.changes().stream().flatMap(RenameGuess::fresh).toList();
        List<Orphan> orphans = new ArrayList<>(
                plan.changes().stream().flatMap(RenameGuess::deleted).toList());
        plan.unmanaged().stream().flatMap(left -> leftOver(left, server)).forEach(orphans::add);
        boolean exact = (long) fresh.size() * orphans.size() > MANY;
        List<String> questions = new ArrayList<>();
        for (Fresh each : fresh) {
            Optional<Orphan> twin = orphans.stream()
                    .filter(orphan -> orphan.subject().type() == each.subject().type())
                    .filter(orphan -> !likeness(each, orphan, exact).isEmpty())
                    .findFirst();
            twin.ifPresent(orphan -> {
                questions.add(question(each, orphan, likeness(each, orphan, exact)));
                orphans.remove(orphan);
            });
        }
        return questions;
    }

    private static Stream<Fresh> fresh(Change change) {
        if (change instanceof ScriptChange.Create create) {
            return Stream.of(new Fresh(
                    create.subject(), create.script().body(), create.script().metadata()));
        }
        return change instanceof TemplateChange.Create create
                ? Stream.of(new Fresh(
                        create.subject(),
                        create.template().body(),
                        create.template().metadata()))
                : Stream.empty();
    }

    private static Stream<Orphan> deleted(Change change) {
        return change instanceof NamedChange.Delete delete
                ? delete.before().stream().map(body -> new Orphan(delete.subject(), body))
                : Stream.empty();
    }

    private static Stream<Orphan> leftOver(Unmanaged left, Inventory server) {
        String name = left.subject().name();
        Stream<Body> body =
                switch (left.subject().type()) {
                    case SCRIPT ->
                        server.scripts().stream()
                                .filter(script -> left.ours() && script.name().equals(name))
                                .map(StoredScript::id)
                                .flatMap(id ->
                                        Optional.ofNullable(server.current().get(id)).stream())
                                .map(version -> new Body(version.scriptBody()));
                    case TEMPLATE ->
                        server.templates().stream()
                                .filter(template ->
                                        !template.isSystem() && template.name().equals(name))
                                .map(StoredTemplate::templateBody)
                                .map(Body::new);
                    case BINDING -> Stream.empty();
                };
        return body.map(text -> new Orphan(left.subject(), text));
    }

    /** What speaks for it, as a clause; empty if nothing does. */
    private static String likeness(Fresh fresh, Orphan orphan, boolean exact) {
        List<String> lines = fresh.body().lines();
        if (!fresh.body().text().isBlank() && fresh.body().equals(orphan.body())) {
            return "has the same body";
        }
        if (slug(fresh.metadata()).equals(new Slugs().of(orphan.subject().name(), ""))) {
            return "was called like this file";
        }
        List<String> others = orphan.body().lines();
        if (exact || lines.size() < 3 || others.size() < 3) {
            return "";
        }
        int gone = Hunk.between(lines, others).stream()
                .mapToInt(hunk -> hunk.to() - hunk.from())
                .sum();
        double common = 2.0 * (lines.size() - gone) / (lines.size() + others.size());
        return common >= NEARLY ? "has nearly the same body" : "";
    }

    private static String slug(SourceLocation metadata) {
        String file = metadata.file();
        String name = file.substring(file.lastIndexOf('/') + 1);
        return name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
    }

    private static String question(Fresh fresh, Orphan orphan, String likeness) {
        String file = fresh.metadata().file().replaceFirst("\\.rhai$", ".yaml");
        return fresh.subject() + " is new, and " + orphan.subject().name() + ", which no file declares, " + likeness
                + ": is this a rename? Then write \"renamedFrom: "
                + orphan.subject().name() + "\" in " + file
                + ", and it keeps its id"
                + (fresh.subject().type() == ObjectAddress.Type.SCRIPT ? ", history and bindings" : "");
    }
}
