package dev.idpscripts.server.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpClient;
import org.junit.jupiter.api.Test;

/** A JVM that ends waits for the threads of clients that nobody ended. */
class ClientEndTest {

    /** Whether its thread is alive; other tests leave clients, which end when they are collected. */
    private static boolean isAlive(HttpClient client) {
        String number = client.toString().replaceFirst(".*\\(([0-9]+)\\)$", "$1");
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("HttpClient-" + number + "-SelectorManager"));
    }

    @Test
    void aClientEndsAndNoOther() {
        HttpClient other = HttpClient.newHttpClient();
        HttpClient client = HttpClient.newHttpClient();
        assertTrue(isAlive(client));
        ClientEnd.of(client);
        assertFalse(isAlive(client));
        assertTrue(isAlive(other));
        ClientEnd.of(other);
        assertFalse(isAlive(other));
    }
}
