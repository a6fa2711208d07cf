package dev.idpscripts.testing;

import dev.idpscripts.apply.Applier;
import dev.idpscripts.apply.PlanVerifier;
import dev.idpscripts.apply.Progress;
import dev.idpscripts.apply.SmokeTest;
import dev.idpscripts.apply.journal.Journal;
import dev.idpscripts.apply.journal.OnFailure;
import dev.idpscripts.apply.write.PushLabel;
import dev.idpscripts.check.ServerChecks;
import dev.idpscripts.check.ServerRunner;
import dev.idpscripts.command.session.PlanSession;
import dev.idpscripts.model.Provenance;
import dev.idpscripts.model.SourceLocation;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.declared.Guards;
import dev.idpscripts.model.declared.Tombstones;
import dev.idpscripts.model.plan.ApplyResult;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlanOptions;
import dev.idpscripts.model.plan.Target;
import dev.idpscripts.model.secret.Secrets;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.plan.guard.ChangeStatus;
import dev.idpscripts.sandbox.Sandbox;
import dev.idpscripts.server.InventoryReader;
import dev.idpscripts.server.Server;
import dev.idpscripts.server.VersionCache;
import dev.idpscripts.server.http.Exchange;
import dev.idpscripts.server.http.ProxyRoute;
import dev.idpscripts.server.http.Secret;
import dev.idpscripts.server.http.Transport;
import dev.idpscripts.server.http.Waits;
import dev.idpscripts.server.login.Credentials;
import dev.idpscripts.server.login.LoginCache;
import dev.idpscripts.workspace.Workspace;
import dev.idpscripts.workspace.git.GitHistory;
import dev.idpscripts.workspace.git.GitRepository;
import dev.idpscripts.workspace.past.History;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A person at a sandbox: has the parts of the commands read, plan and apply there. */
public final class Client {

    private static final Environment ENVIRONMENT = new Environment(
            "test",
            Optional.empty(),
            Environment.SYSTEM_TENANT,
            Optional.empty(),
            Map.of(),
            Map.of(),
            Guards.NONE,
            List.of(),
            List.of(),
            Tombstones.NONE,
            SourceLocation.of("environments/test.yaml"));

    private static final GitRepository NOWHERE =
            new GitRepository(Path.of(System.getProperty("java.io.tmpdir")), Optional.empty());

    private final Server server;
    private final VersionCache cache = new VersionCache(Optional.empty());
    private final boolean prune;
    private final AtomicInteger requests;
    private final String repository;

    public Client(Sandbox sandbox, boolean prune) {
        this(sandbox, prune, new Credentials.Token(new Secret(sandbox.token()), "the sandbox"));
    }

    /** A person who waits no longer, and takes no larger answers. */
    public static Client within(Exchange.Limits limits, Sandbox sandbox, boolean prune) {
        return new Client(
                sandbox.url(),
                prune,
                new Credentials.Token(new Secret(sandbox.token()), "the sandbox"),
                new AtomicInteger(),
                limits);
    }

    /** Another person. */
    public static Client colleague(Sandbox sandbox) {
        return new Client(
                sandbox,
                false,
                new Credentials.Login(Sandbox.COLLEAGUE_EMAIL, new Secret(sandbox.token()), "the sandbox"));
    }

    private Client(Sandbox sandbox, boolean prune, Credentials credentials) {
        this(sandbox.url(), prune, credentials, new AtomicInteger());
    }

    /** For a sandbox in another process. */
    public static Client at(URI url, String token, boolean prune) {
        return new Client(url, prune, new Credentials.Token(new Secret(token), "the sandbox"), new AtomicInteger());
    }

    private Client(URI url, boolean prune, Credentials credentials, AtomicInteger requests) {
        this(url, prune, credentials, requests, Transport.LIMITS);
    }

    private Client(URI url, boolean prune, Credentials credentials, AtomicInteger requests, Exchange.Limits limits) {
        this(
                Server.connect(
                        new Server.Access(
                                url,
                                Environment.SYSTEM_TENANT,
                                credentials,
                                ProxyRoute.DIRECT,
                                new LoginCache(),
                                requests,
                                line -> {},
                                new Waits(Duration.ofSeconds(90), time -> {}, line -> {}),
                                new Secrets()),
                        limits),
                prune,
                FakeServer.REPOSITORY,
                requests);
    }

    private Client(Server server, boolean prune, String repository, AtomicInteger requests) {
        this.requests = requests;
        this.server = server;
        this.prune = prune;
        this.repository = repository;
    }

    /** The same person, working for another repository. */
    public Client of(String otherRepository) {
        return new Client(server, prune, otherRepository, requests);
    }

    /** The same person, who remembers nothing of what was read. */
    public Client fresh() {
        return new Client(server, prune, repository, requests);
    }

    /** How many it has sent. */
    public int requests() {
        return requests.get();
    }

    public Server server() {
        return server;
    }

    public Inventory inventory() {
        return new InventoryReader(server, Environment.SYSTEM_TENANT, cache).read(script -> true);
    }

    public Plan plan(Declarations files) {
        return comparing(files, options()).plan();
    }

    /** A plan that makes wedged scripts anew. */
    public Plan planRecreating(Declarations files) {
        return comparing(files, options()).recreatingWedged().plan();
    }

    private PlanOptions options() {
        return new PlanOptions(new Target("test", Target.SANDBOX, Environment.SYSTEM_TENANT), repository, prune);
    }

    /** Files and server, ready to be compared, where Git is not used. */
    public PlanSession comparing(Declarations files, PlanOptions options) {
        return new PlanSession(
                files, server, cache, options, new GitHistory(NOWHERE), new History(NOWHERE, ENVIRONMENT));
    }

    /** A plan for files of a real Git repository. */
    public Plan plan(Path folder, Environment environment) {
        return session(folder, environment).plan();
    }

    /** The same, ready to be compared. */
    public PlanSession session(Path folder, Environment environment) {
        GitRepository git = new GitRepository(folder, Optional.empty());
        return new PlanSession(
                new Workspace(folder).read(environment),
                server,
                cache,
                options(),
                new GitHistory(git),
                new History(git, environment));
    }

    /** How a plan's changes stand now. */
    public List<ChangeStatus> statuses(Plan plan) {
        return new PlanVerifier(server, Environment.SYSTEM_TENANT, cache).of(plan);
    }

    public ApplyResult apply(Plan plan, List<ChangeStatus> statuses) {
        return apply(plan, statuses, OnFailure.STOP, new NoJournal());
    }

    /** Applies with another policy and a journal. */
    public ApplyResult apply(Plan plan, List<ChangeStatus> statuses, OnFailure policy, Journal journal) {
        return applier(policy, journal).apply(plan, statuses);
    }

    /** Applies a plan that was just made. */
    public ApplyResult apply(Plan plan) {
        return apply(plan, statuses(plan));
    }

    /** The same, from a commit. */
    public ApplyResult apply(Plan plan, String commit) {
        return applier(OnFailure.STOP, new NoJournal(), commit).apply(plan, statuses(plan));
    }

    /** What applies with another policy and a journal. */
    public Applier applier(OnFailure policy, Journal journal) {
        return applier(policy, journal, Provenance.NO_COMMIT);
    }

    private Applier applier(OnFailure policy, Journal journal, String commit) {
        PushLabel label = new PushLabel("a test", repository, commit);
        SmokeTest smoke = new ServerChecks(new ServerRunner(server.testing()))::smoke;
        return Applier.applying(server, label, policy, smoke, journal, new NoProgress());
    }

    /** Shows nothing. */
    public Progress progress() {
        return new NoProgress();
    }

    private static final class NoProgress implements Progress {

        @Override
        public void begin(int changes) {
            // Nobody watches.
        }

        @Override
        public void done(ApplyResult.Result result) {
            // Nobody watches.
        }

        @Override
        public void end() {
            // Nobody watches.
        }
    }
}
