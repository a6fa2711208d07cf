package dev.idpscripts.command;

import dev.idpscripts.command.find.ComparedBodies;
import dev.idpscripts.command.find.ComparedBody;
import dev.idpscripts.command.option.DiffSide;
import dev.idpscripts.command.session.Connection;
import dev.idpscripts.command.session.Console;
import dev.idpscripts.command.session.Session;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.model.stored.Comparison;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.report.html.BodyDiff;
import dev.idpscripts.report.json.ResultDetail;
import dev.idpscripts.report.text.ComparisonText;
import dev.idpscripts.server.Server;
import java.util.List;

/** Shows how two bodies of a script differ. */
public final class DiffCommand {

    /** How a difference is laid out. */
    public enum Layout {
        UNIFIED,
        SIDE_BY_SIDE
    }

    /** Who compares. */
    public enum Comparer {
        HERE,
        SERVER
    }

    /**
     * What to compare, and how.
     *
     * @param script what people call the script; null if they did not
     * @param left the old side
     * @param right the new side
     */
    public record Options(String script, DiffSide left, DiffSide right, Layout layout, Comparer comparer) {}

    /** What the difference is written to. */
    public static final List<String> FILES = List.of("diff.html");

    private final Session session;
    private final Options options;
    private final ComparedBodies bodies;

    public DiffCommand(Session session, Options options) {
        this.session = session;
        this.options = options;
        this.bodies = new ComparedBodies(session.tree(), options.script());
    }

    /** Reads both bodies, compares, shows. */
    public Outcome run() {
        return options.comparer() == Comparer.SERVER ? compareThere() : compareHere();
    }

    private Outcome compareHere() {
        ComparedBody old = read(options.left());
        ComparedBody now = read(options.right());
        BodyDiff diff = new BodyDiff(old.label(), old.body(), now.label(), now.body());
        Console console = session.console();
        console.print(
                options.layout() == Layout.SIDE_BY_SIDE
                        ? diff.sideBySide(console.style(), console.width())
                        : diff.unified(console.style()));
        console.say(diff.summary());
        session.notes().detail(diff.detail());
        session.outputs()
                .write(
                        "diff.html",
                        diff.html("Difference of " + options.script().strip()));
        return diff.isEmpty() ? Outcome.NO_CHANGES : Outcome.CHANGES;
    }

    private ComparedBody read(DiffSide side) {
        if (side instanceof DiffSide.InFile) {
            return bodies.read(session.environment());
        }
        Session there = side instanceof DiffSide.Elsewhere other
                ? session.in(other.environment()).announced()
                : session;
        try (Connection open = there.connect()) {
            return bodies.read(side, there.environment(), open.server());
        }
    }

    private Outcome compareThere() {
        if (!options.left().isThere() || !options.right().isThere()) {
            throw new UserError(
                    ErrorCode.PARAMETER_INVALID,
                    "the server compares only versions that it has, not "
                            + options.left().word() + " with " + options.right().word(),
                    "Give versions or commits as -Didp-scripts.left and -Didp-scripts.right, or leave out"
                            + " -Didp-scripts.compare.");
        }
        try (Connection open = session.connect()) {
            ComparedBody.Stored old = stored(options.left(), open.server());
            ComparedBody.Stored now = stored(options.right(), open.server());
            StoredScript of = old.script();
            Comparison comparison = open.server().versions().compare(of.id(), of.name(), old.version(), now.version());
            session.notes().detail(ResultDetail.difference(comparison));
            session.console().print(new ComparisonText(session.console().style()).render(comparison));
            return comparison.diffLines().stream()
                            .allMatch(line -> line.changeType().equals("unchanged"))
                    ? Outcome.NO_CHANGES
                    : Outcome.CHANGES;
        }
    }

    private ComparedBody.Stored stored(DiffSide side, Server server) {
        return bodies.read(side, session.environment(), server).stored().orElseThrow();
    }
}
