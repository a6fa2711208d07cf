package dev.idpscripts.command.session;

import dev.idpscripts.model.declared.Checkout;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.declared.Past;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlanOptions;
import dev.idpscripts.model.pull.Pull;
import dev.idpscripts.model.stored.EvidenceRequest;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.plan.EvidenceQuery;
import dev.idpscripts.plan.Planner;
import dev.idpscripts.plan.RenameGuess;
import dev.idpscripts.plan.pull.Puller;
import dev.idpscripts.server.InventoryReader;
import dev.idpscripts.server.Server;
import dev.idpscripts.server.VersionCache;
import dev.idpscripts.workspace.git.GitHistory;
import dev.idpscripts.workspace.past.History;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Files and server, ready to be compared as often as needed.
 *
 * @param files what is wanted
 * @param server what is there
 * @param cache versions read or pushed before
 * @param options what plans are made for
 * @param git tells about the commits that were pushed
 * @param history tells what was declared at commits
 */
public record PlanSession(
        Declarations files, Server server, VersionCache cache, PlanOptions options, GitHistory git, History history) {

    /** The same, with wedged scripts made anew. */
    public PlanSession recreatingWedged() {
        return new PlanSession(files, server, cache, options.recreatingWedged(), git, history);
    }

    /**
     * What was compared, and what came of it.
     *
     * @param server with all bodies that were asked for, and the evidence
     */
    public record Compared(Inventory server, Plan plan) {}

    /** Reads the server once, to compare with it files that are still to be written. */
    public ServerSnapshot snapshot() {
        // What is not read here the repository will lack, and nothing else tells of it.
        return new ServerSnapshot(reader().expecting(true, true).read(script -> true), options);
    }

    /** Reads the server, compares, and finds out who made the differences. */
    public Plan plan() {
        return compare().plan();
    }

    /** The same, and what it was made from. */
    public Compared compare() {
        // Also of scripts that no file declares: which of them are this repository's only their versions tell.
        Informed informed = informed(script -> true);
        Plan plan = Planner.plan(files, informed.server(), informed.options());
        return new Compared(informed.server(), plan.remarking(RenameGuess.questions(plan, informed.server())));
    }

    /** Reads all of the server, and finds out what of it the files lack. */
    public Pull pull() {
        Informed informed = informed(script -> !script.isSystem());
        Plan plan = Planner.plan(files, informed.server(), informed.options().forPull());
        return Puller.pull(files, informed.server(), plan, informed.options())
                .remarking(RenameGuess.questions(plan, informed.server()));
    }

    private InventoryReader reader() {
        return new InventoryReader(server, options.target().tenant(), cache);
    }

    /** The server with all that tells who made the differences, and what Git tells about them. */
    private record Informed(Inventory server, PlanOptions options) {}

    private Informed informed(Predicate<StoredScript> bodyMatters) {
        InventoryReader reader = reader().expecting(files);
        Inventory lists = reader.read(bodyMatters);
        Plan plan = Planner.plan(files, lists, options);
        Set<String> lacking = history.lacking(EvidenceQuery.current(plan, lists, options));
        EvidenceRequest questions = EvidenceQuery.questions(plan, files, lists, options, lacking);
        Inventory informed = reader.inform(lists, questions);
        // What seemed to be missing may be there under another name.
        Plan known = questions.missing().isEmpty() ? plan : Planner.plan(files, informed, options);
        Past past = history.read(EvidenceQuery.past(known, files, informed, options, lacking));
        Checkout checkout = git.about(EvidenceQuery.commits(known, informed, options));
        return new Informed(informed, options.with(checkout).with(past));
    }
}
