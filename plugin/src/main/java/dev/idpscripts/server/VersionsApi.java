package dev.idpscripts.server;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.RequestFailed;
import dev.idpscripts.model.stored.Comparison;
import dev.idpscripts.model.stored.StoredVersion;
import dev.idpscripts.server.http.ApiRequest;
import dev.idpscripts.server.http.Caller;
import dev.idpscripts.server.http.Expect;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Operations 8 to 12: the versions of a script (server.md 1.5). */
public final class VersionsApi {

    private static final int NOT_FOUND = 404;

    private record Versions(List<StoredVersion> versions, long total) {}

    private final Caller caller;

    VersionsApi(Caller caller) {
        this.caller = caller;
    }

    /** The whole history with all bodies, newest first; not paged. */
    public List<StoredVersion> all(UUID script, String name) {
        ApiRequest request =
                ApiRequest.get("list versions of script " + name, path(script)).expecting(Expect.SURELY);
        return caller.list(request, Versions.class, Versions::versions);
    }

    /** One version; empty if the server has none of that number. */
    public Optional<StoredVersion> get(UUID script, String name, int number) {
        return found(reading(script, name, number));
    }

    /** One version that is there only if the script is wedged; empty if the server has none of that number. */
    public Optional<StoredVersion> unlikely(UUID script, String name, int number) {
        return found(reading(script, name, number).expecting(Expect.HARDLY));
    }

    private static ApiRequest reading(UUID script, String name, int number) {
        return ApiRequest.get("read version " + number + " of script " + name, path(script) + "/" + number);
    }

    private Optional<StoredVersion> found(ApiRequest request) {
        try {
            return Optional.of(caller.send(request, StoredVersion.class));
        } catch (RequestFailed e) {
            if (e.code() == ErrorCode.REQUEST_REFUSED && e.status() == NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Pushes a body as a new version, which is live at once if the script is active. */
    public StoredVersion push(UUID script, String name, Body body, String changeDescription) {
        return caller.send(
                ApiRequest.post("push a version of script " + name, path(script))
                        .with(Map.of("script_body", body.text(), "change_description", changeDescription)),
                StoredVersion.class);
    }

    /** The server's own comparison, line by position. */
    public Comparison compare(UUID script, String name, int from, int to) {
        return caller.send(
                ApiRequest.get("compare versions of script " + name, path(script) + "/compare")
                        .where("from", from)
                        .where("to", to),
                Comparison.class);
    }

    /** Copies an old version's body into a new version. */
    public StoredVersion rollback(UUID script, String name, int target, String reason) {
        return caller.send(
                ApiRequest.post("roll back script " + name, "/governance/scripts/" + script + "/rollback")
                        .with(Map.of("target_version", target, "reason", reason)),
                StoredVersion.class);
    }

    private static String path(UUID script) {
        return "/governance/scripts/" + script + "/versions";
    }
}
