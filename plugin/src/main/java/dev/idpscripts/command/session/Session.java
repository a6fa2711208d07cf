package dev.idpscripts.command.session;

import dev.idpscripts.model.GoalCommand;
import dev.idpscripts.model.Provenance;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.model.plan.PlanMetadata;
import dev.idpscripts.model.plan.PlanOptions;
import dev.idpscripts.model.plan.Target;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.report.style.Style;
import dev.idpscripts.report.text.FindingsText;
import dev.idpscripts.report.words.Heading;
import dev.idpscripts.server.InventoryReader;
import dev.idpscripts.workspace.Environments;
import dev.idpscripts.workspace.Workspace;
import dev.idpscripts.workspace.file.GitRoot;
import dev.idpscripts.workspace.file.SourceLines;
import dev.idpscripts.workspace.file.SourceTree;
import dev.idpscripts.workspace.git.FilesCommit;
import dev.idpscripts.workspace.git.GitHead;
import dev.idpscripts.workspace.git.GitHistory;
import dev.idpscripts.workspace.git.GitRepository;
import dev.idpscripts.workspace.past.History;
import dev.idpscripts.workspace.select.StoredScripts;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * One run of one goal for one environment: what every command works with.
 *
 * @param tree the repository and its files
 * @param environment the environment that was chosen
 * @param repositoryId tells the repository's id, for which not every folder has one; only asked where it matters
 * @param version the plugin's
 * @param console speaks to people
 * @param outputs takes what is written besides the repository's files
 * @param notes takes what {@code result.json} is to tell
 * @param servers the way to this environment's server, and to others
 * @param again this run's command, with all that it was given
 * @param commit where the files come from
 */
public record Session(
        SourceTree tree,
        Environment environment,
        Supplier<String> repositoryId,
        String version,
        Console console,
        Outputs outputs,
        RunNotes notes,
        Servers servers,
        GoalCommand again,
        FilesCommit commit) {

    /** The repository's folder. */
    public Path directory() {
        return tree.root();
    }

    /** Says which server, whose objects, files from where: before anything else that a run says. */
    public Session announced() {
        console.say(Heading.environment(target(), metadataIfKnown()));
        return this;
    }

    /**
     * When and from what a plan is made now.
     *
     * @throws dev.idpscripts.model.error.IdpScriptsException if Git cannot tell
     */
    public PlanMetadata metadata() {
        return metadata(commit.head());
    }

    /** The same where Git need not tell. */
    public PlanMetadata metadataIfKnown() {
        return metadata(commit.known());
    }

    private PlanMetadata metadata(Optional<GitHead> head) {
        return new PlanMetadata(
                Instant.now(),
                head.map(GitHead::commit).orElse(Provenance.NO_COMMIT),
                head.filter(h -> !h.dirty()).map(GitHead::tree).orElse(""),
                head.map(h -> h.subject() + (h.dirty() ? " (and uncommitted changes)" : ""))
                        .orElse("Applied without a Git commit"),
                version);
    }

    /** Opens the way to the environment's server. */
    public Connection connect() {
        return servers.open(environment);
    }

    /** A file that this run writes, as an option takes it. */
    public String written(String name) {
        return option(outputs.resolve(name));
    }

    /** A file, as an option takes it. */
    public String option(Path file) {
        // Maven looks up relative ones in its own folder.
        boolean isHere = file.startsWith(directory()) && !again.options().containsKey("directory");
        return (isHere ? directory().relativize(file) : file).toString().replace('\\', '/');
    }

    /** The same, to be asked for again in other words. */
    public Session again(GoalCommand instead) {
        return new Session(tree, environment, repositoryId, version, console, outputs, notes, servers, instead, commit);
    }

    /** The same for another environment. */
    public Session in(Environment other) {
        return new Session(tree, other, repositoryId, version, console, outputs, notes, servers, again, commit);
    }

    /**
     * The same for the environment of a name.
     *
     * @throws dev.idpscripts.model.error.UserError if there is none
     */
    public Session in(String name) {
        return in(new Environments(directory()).choose(name));
    }

    /**
     * This repository's id, by which it knows again what it pushed.
     *
     * @throws dev.idpscripts.model.error.UserError if it has none
     */
    public String repository() {
        return repositoryId.get();
    }

    /** What everything on the server is compared with and written for. */
    public Target target() {
        return Target.of(environment);
    }

    /**
     * The files, for this environment.
     *
     * @throws dev.idpscripts.model.error.InvalidFiles if anything is wrong with them
     */
    public Declarations files() {
        return new Workspace(tree).read(environment);
    }

    /** What can be read of the files, where broken ones must not stand in the way. */
    public Declarations readableFiles() {
        return new Workspace(tree).look(environment).files();
    }

    /** Finds scripts on the server by what people call them. */
    public StoredScripts scripts(List<StoredScript> stored) {
        return new StoredScripts(readableFiles().scripts(), stored);
    }

    /** All lists of the server, without bodies. */
    public Inventory lists(Connection open) {
        return reader(open).read(script -> false);
    }

    /** Reads the environment's server, for people who want to see what is there. */
    public InventoryReader reader(Connection open) {
        return new InventoryReader(open.server(), environment.tenant(), open.cache()).expecting(true, true);
    }

    /** Files and server, ready to be compared. */
    public PlanSession comparing(Declarations files, Connection open, boolean prune) {
        PlanOptions options = new PlanOptions(target(), repository(), prune);
        GitRepository git = new GitRepository(directory(), at());
        return new PlanSession(
                files, open.server(), open.cache(), options, new GitHistory(git), new History(git, environment));
    }

    /**
     * For what writes into the files that lie there.
     *
     * @param why ends with what the command is for
     * @throws UserError if the run takes those of a commit
     */
    public void refuseCommit(String why, GoalCommand instead) {
        if (tree.past().isPresent()) {
            throw new UserError(
                    ErrorCode.PARAMETER_INVALID,
                    "-Didp-scripts.at takes the files of a commit, and they cannot be written",
                    "Nothing was changed: " + why + "\n  " + instead);
        }
    }

    /** What was declared at commits. */
    public History history() {
        return new History(new GitRepository(directory(), at()), environment);
    }

    /** The same with the files that lie there. */
    public Session here() {
        return new Session(
                SourceTree.of(directory()),
                environment,
                repositoryId,
                version,
                console,
                outputs,
                notes,
                servers,
                again,
                commit);
    }

    /** The commit whose files are taken, if it is not what is checked out. */
    private Optional<String> at() {
        return tree.past().flatMap(files -> commit.known()).map(GitHead::commit);
    }

    /** Shows what is wrong beside the lines of the files. */
    public FindingsText findingsText() {
        return findingsText(console.style());
    }

    public FindingsText findingsText(Style style) {
        return new FindingsText(style, new SourceLines(tree)::at);
    }

    /** What code hosts call the repository's files: they know paths from the Git root only. */
    public UnaryOperator<String> hostedPaths() {
        return GitRoot.paths(directory());
    }
}
