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
import dev.idpscripts.model.stored.InventoryIndex;
import dev.idpscripts.model.stored.StoredNamed;
import dev.idpscripts.model.stored.StoredTemplate;
import dev.idpscripts.model.stored.StoredVersion;
import dev.idpscripts.workspace.pull.Slugs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
    private record Fresh(ObjectAddress subject, Body body, List<String> lines, SourceLocation metadata) {

        private static Fresh of(ObjectAddress subject, Body body, SourceLocation metadata) {
            return new Fresh(subject, body, body.lines(), metadata);
        }
    }

    /**
     * What no file declares.
     *
     * @param file what its file would be called
     */
    private record Orphan(ObjectAddress subject, Body body, List<String> lines, String file) {

        private static Orphan of(ObjectAddress subject, Body body) {
            return new Orphan(subject, body, body.lines(), new Slugs().of(subject.name(), ""));
        }
    }

    private RenameGuess() {}

    /**
     * A question for each new object that looks like one that is left over or deleted.
     *
     * @param server what the plan was made from
     */
    public static List<String> questions(Plan plan, Inventory server) {
        List<Fresh> fresh = plan.changes().stream().flatMap(RenameGuess::fresh).toList();
        if (fresh.isEmpty()) {
            return List.of();
        }
        List<Orphan> orphans = orphans(plan, server);
        boolean exact = (long) fresh.size() * orphans.size() > MANY;
        List<String> questions = new ArrayList<>();
        for (Fresh each : fresh) {
            for (Orphan orphan : orphans) {
                String likeness = likeness(each, orphan, exact);
                if (!likeness.isEmpty()) {
                    questions.add(question(each, orphan, likeness));
                    // Nothing is asked for twice.
                    orphans.remove(orphan);
                    break;
                }
            }
        }
        return questions;
    }

    private static Stream<Fresh> fresh(Change change) {
        if (change instanceof ScriptChange.Create create) {
            return Stream.of(Fresh.of(
                    create.subject(), create.script().body(), create.script().metadata()));
        }
        return change instanceof TemplateChange.Create create
                ? Stream.of(Fresh.of(
                        create.subject(),
                        create.template().body(),
                        create.template().metadata()))
                : Stream.empty();
    }

    private static List<Orphan> orphans(Plan plan, Inventory server) {
        InventoryIndex index = server.index();
        Stream<Orphan> deleted = plan.changes().stream()
                .flatMap(change -> change instanceof NamedChange.Delete delete
                        ? delete.before().map(body -> Orphan.of(delete.subject(), body)).stream()
                        : Stream.empty());
        Stream<Orphan> left = plan.unmanaged().stream().flatMap(each -> index.named(each.subject()).stream()
                .flatMap(stored -> body(stored, each, server).stream())
                .map(body -> Orphan.of(each.subject(), body)));
        return Stream.concat(deleted, left).collect(Collectors.toCollection(ArrayList::new));
    }

    /** Of a script of this repository, or of a template that is not the server's own. */
    private static Optional<Body> body(StoredNamed stored, Unmanaged left, Inventory server) {
        if (stored instanceof StoredTemplate template) {
            return template.isSystem() ? Optional.empty() : Optional.of(new Body(template.templateBody()));
        }
        return left.ours()
                ? Optional.ofNullable(server.current().get(stored.id()))
                        .map(StoredVersion::scriptBody)
                        .map(Body::new)
                : Optional.empty();
    }

    /** What speaks for it, as a clause; empty if nothing does. */
    private static String likeness(Fresh fresh, Orphan orphan, boolean exact) {
        if (orphan.subject().type() != fresh.subject().type()) {
            return "";
        }
        if (!fresh.body().text().isBlank() && fresh.body().equals(orphan.body())) {
            return "has the same body";
        }
        if (fresh.metadata().stem().equals(orphan.file())) {
            return "was called like this file";
        }
        return !exact && isNearlyTheSame(fresh.lines(), orphan.lines()) ? "has nearly the same body" : "";
    }

    private static boolean isNearlyTheSame(List<String> lines, List<String> others) {
        int all = lines.size() + others.size();
        int most = Math.min(lines.size(), others.size());
        // Comparing line by line takes time, and not even all lines of the shorter one would do.
        if (most < 3 || 2.0 * most / all < NEARLY) {
            return false;
        }
        int gone = Hunk.between(lines, others).stream()
                .mapToInt(hunk -> hunk.to() - hunk.from())
                .sum();
        return 2.0 * (lines.size() - gone) / all >= NEARLY;
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
