package dev.idpscripts.model.error;

import dev.idpscripts.model.Outcome;

/** Stable codes: scripts and people rely on them, so none is ever renamed. {@code specs/errors.md} has a section for each. */
public enum ErrorCode {
    /** Something is wrong in the files; nothing was sent. */
    FILES_INVALID(Outcome.INVALID),
    /** The files are right by themselves, but this server cannot be made to hold them. */
    PLAN_IMPOSSIBLE(Outcome.INVALID),
    /** A script cannot go back where it was asked to. */
    ROLLBACK_IMPOSSIBLE(Outcome.INVALID),
    /** Tests of scripts fail. */
    TESTS_FAILED(Outcome.TESTS_FAILED),
    /** The script of a dry run did not run to its end. */
    SCRIPT_FAILED(Outcome.TESTS_FAILED),
    /** No folder or file where one is needed, or it cannot be read. */
    FILES_MISSING(Outcome.CONFIG),
    /** No environment was named and there is not exactly one, or the named one is not there. */
    ENVIRONMENT_UNKNOWN(Outcome.CONFIG),
    /** A parameter's value cannot be used. */
    PARAMETER_INVALID(Outcome.CONFIG),
    /** The environment asks for a saved plan. */
    SAVED_PLAN_REQUIRED(Outcome.CONFIG),
    /** A saved plan cannot be used: it is none, was edited, or is for something else. */
    PLAN_UNUSABLE(Outcome.CONFIG),
    /** The server changed since a saved plan was made. */
    PLAN_STALE(Outcome.STALE_PLAN),
    /** Another run uses the embedded server's folder, or it cannot be used. */
    SANDBOX_UNAVAILABLE(Outcome.CONFIG),
    /** Something that init or new would write is there already. */
    FILES_IN_THE_WAY(Outcome.CONFIG),
    /** There is a Git repository, but Git cannot tell about it. */
    GIT_FAILED(Outcome.CONFIG),
    /** The results cannot be written. */
    OUTPUT_FAILED(Outcome.CONFIG),
    /** No token, and no user name with password. */
    CREDENTIALS_MISSING(Outcome.AUTH),
    /** The server does not take the credentials, or settings.xml cannot be decrypted. */
    CREDENTIALS_REFUSED(Outcome.AUTH),
    /** The credentials belong to another tenant than the environment. */
    TENANT_MISMATCH(Outcome.AUTH),
    /** The credentials are good but lack the admin role. */
    ROLE_MISSING(Outcome.AUTH),
    /** No connection, or it broke, or no answer in time. */
    SERVER_UNREACHABLE(Outcome.NETWORK),
    /** A proxy on the way wants credentials that it was not given, or does not let us through. */
    PROXY_REFUSED(Outcome.NETWORK),
    /** No trusted encrypted connection. */
    TLS_FAILED(Outcome.NETWORK),
    /** Something answers, but not the identity server. */
    NOT_THE_SERVER(Outcome.NETWORK),
    /** The server refused one request. */
    REQUEST_REFUSED(Outcome.NETWORK),
    /** The server failed on one request. */
    SERVER_FAILED(Outcome.NETWORK),
    /** A list kept changing while it was read. */
    LIST_UNSTEADY(Outcome.NETWORK),
    /** Somebody changed the server, and applying the plan would undo it. */
    DRIFT_FOUND(Outcome.DRIFT),
    /** The server has what was declared at a commit that is not in this checkout, and applying the plan would undo it. */
    BEHIND_FOUND(Outcome.BEHIND),
    /** Files and server both changed, or the files declare what was never this repository's. */
    CONFLICT_FOUND(Outcome.CONFLICT),
    /** A pull found what both sides changed; files have conflict markers, or kept their word. */
    PULL_CONFLICT(Outcome.CONFLICT),
    /** More would be removed than the environment allows. */
    GUARD_TRIPPED(Outcome.GUARD),
    /** There are changes, and {@code failOnChanges} is set. */
    CHANGES_PENDING(Outcome.CHANGES),
    /** An apply stopped half way, or the server is not as planned afterwards. */
    APPLY_INCOMPLETE(Outcome.PARTIAL),
    /** A change failed, and everything that the apply had done was taken back. */
    APPLY_ROLLED_BACK(Outcome.ROLLED_BACK),
    /** What nobody foresaw: a fault of the plugin, or a JVM at its limits. */
    INTERNAL(Outcome.INTERNAL);

    private final Outcome outcome;

    ErrorCode(Outcome outcome) {
        this.outcome = outcome;
    }

    /** How a run ends that this error ends. */
    public Outcome outcome() {
        return outcome;
    }
}
