package dev.idpscripts.engine;

import java.util.UUID;

/**
 * A script and what it is to see (server.md 4.2).
 *
 * @param context any JSON value as Java's maps, lists, strings, numbers, booleans and null; the keys {@code attributes},
 *     {@code variables}, {@code operation_type}, {@code object_class}, {@code target_uid}, {@code connector_id} and
 *     {@code user_id} of an object mean something
 * @param connector the connector's id if the context names none
 * @param user the user's id if the context names none
 */
public record Job(String script, Object context, UUID tenant, UUID connector, UUID user) {

    /** With ids drawn at random where the context names none, as the server draws them. */
    public static Job of(String script, Object context, UUID tenant) {
        return new Job(script, context, tenant, UUID.randomUUID(), UUID.randomUUID());
    }
}
