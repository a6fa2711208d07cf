package dev.idpscripts.server.http;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ends a client of Java's. Its selector thread waits in the operating system, and a JVM that ends waits 300 ms for such threads: a third of a
 * second after "BUILD SUCCESS", in each build. Since Java 21 a client can be told to end; before, its thread is interrupted, which it takes
 * for the same.
 */
public final class ClientEnd {

    /** Ends a client's text, and stands in the names of its threads. */
    private static final Pattern NUMBER = Pattern.compile("\\(([0-9]+)\\)$");

    /** Waits no longer: it is only a matter of time. */
    private static final int MOST_MILLIS = 100;

    private ClientEnd() {}

    /** Ends it. It must do nothing any more, and not be used again: before Java 21 it would never answer. */
    public static void of(HttpClient client) {
        try {
            HttpClient.class.getMethod("shutdownNow").invoke(client);
            HttpClient.class
                    .getMethod("awaitTermination", Duration.class)
                    .invoke(client, Duration.ofMillis(MOST_MILLIS));
        } catch (NoSuchMethodException e) {
            interrupt(client);
        } catch (ReflectiveOperationException e) {
            // Then it ends with the JVM.
        }
    }

    private static void interrupt(HttpClient client) {
        Matcher number = NUMBER.matcher(client.toString());
        if (!number.find()) {
            return;
        }
        String name = "HttpClient-" + number.group(1) + "-SelectorManager";
        Thread[] running = new Thread[2 * Thread.activeCount()];
        Thread.enumerate(running);
        Arrays.stream(running)
                .filter(Objects::nonNull)
                .filter(thread -> thread.getName().equals(name))
                .forEach(ClientEnd::end);
    }

    private static void end(Thread selector) {
        selector.interrupt();
        try {
            selector.join(MOST_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
