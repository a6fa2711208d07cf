package dev.idpscripts.server.http;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a run has seen of a server, by which it judges answers that may be wrong. Under row-level security a database connection that was
 * just opened sees no tenant, so that a right request is answered with 401, 403, 404 or an empty list (server.md 2.4). None of these is
 * believed at first sight; another connection mostly tells at once what is so. Safe for several threads.
 */
final class Beliefs {

    /** How often a refusal is doubted while nothing was accepted yet: a wrong key is to fail soon. */
    private static final int BEFORE_ANY_SUCCESS = 3;

    private static final int EMPTY = 2;

    /** Where there was something before, all would have to be deleted meanwhile. */
    private static final int EMPTIED = 5;

    private static final int MISSING = 3;

    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private volatile boolean refused;

    /** Whether a list had entries when it was read last. */
    private final Map<String, Boolean> lists = new ConcurrentHashMap<>();

    /** The server has done what was asked for. */
    void accepted(ApiRequest request) {
        if (request.authenticated()) {
            accepted.add(area(request));
            refused = false;
        }
    }

    /** The server went on refusing the credentials; from now on it is believed, until it accepts them again. */
    void refused() {
        refused = true;
    }

    /**
     * How often a request is sent again that is answered with 401 or 403. Once the same credentials were accepted, as often as there
     * is time; roles are asked for only in some areas, so 403 needs a success in its own.
     */
    int doubts(ApiRequest request, int status, String body) {
        if (!request.authenticated() || refused) {
            return 0;
        }
        if (status == 403 ? accepted.contains(area(request)) : !accepted.isEmpty()) {
            return Integer.MAX_VALUE;
        }
        return status == 403 || isDoubtful(body) ? BEFORE_ANY_SUCCESS : 0;
    }

    /** Whether a 401 is worded like those that come from looking into the database. */
    static boolean isDoubtful(String body) {
        return body.contains("Invalid API key") || body.contains("revoked");
    }

    /** How often a request is sent again that is answered with 404. It did nothing: what it was for was not found. */
    static int doubtsMissing(ApiRequest request, String body) {
        boolean byTheApi = ApiJson.tree(body).filter(json -> json.has("error")).isPresent();
        return byTheApi && request.authenticated() && request.expect() != Expect.HARDLY ? MISSING : 0;
    }

    /** How often a list is read again that is empty: not without a reason to expect anything, or where it was empty before. */
    int doubtsEmpty(ApiRequest request) {
        Boolean hadEntries = lists.get(request.pathAndQuery());
        if (hadEntries == null) {
            return request.expect() == Expect.SURELY ? EMPTY : 0;
        }
        return hadEntries ? EMPTIED : 0;
    }

    /** A list was read, and is believed. */
    void read(ApiRequest request, boolean isEmpty) {
        String list = request.pathAndQuery();
        if (!isEmpty || request.expect() == Expect.SURELY || lists.containsKey(list)) {
            lists.put(list, !isEmpty);
        }
    }

    /** A write was sent: lists that were empty need not be any more. */
    void written() {
        lists.values().removeIf(hadEntries -> !hadEntries);
    }

    private static String area(ApiRequest request) {
        return request.path().split("/", 3)[1];
    }
}
