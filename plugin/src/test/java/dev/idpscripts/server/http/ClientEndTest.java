package dev.idpscripts.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpClient;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A JVM that ends waits for the threads of clients that nobody ended. */
class ClientEndTest {

    private static Set<String> selectors() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.matches("HttpClient-[0-9]+-SelectorManager"))
                .collect(Collectors.toSet());
    }

    @Test
    void aClientEndsAndNoOther() {
        HttpClient other = HttpClient.newHttpClient();
        Set<String> before = selectors();
        HttpClient client = HttpClient.newHttpClient();
        assertEquals(before.size() + 1, selectors().size());
        ClientEnd.of(client);
        assertEquals(before, selectors());
        ClientEnd.of(other);
    }
}
