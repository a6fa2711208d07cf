package dev.idpscripts.server.http;

import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A few threads for work that waits for the server. Work that has begun is never interrupted: it may be a write. */
public final class Parallel implements AutoCloseable {

    private final ExecutorService threads;

    /** Starts no more than this many threads. */
    public Parallel(int width) {
        threads = Executors.newFixedThreadPool(width, work -> {
            Thread thread = new Thread(work, "idp-scripts");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Begins the work; the result waits for it, and throws what it threw. */
    public <T> Supplier<T> start(Supplier<T> work) {
        CompletableFuture<T> future = CompletableFuture.supplyAsync(work, threads);
        return () -> {
            try {
                return future.join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw e;
            }
        };
    }

    /**
     * Does the work for each item and waits until nothing runs any more. After a failure nothing further is begun, and the
     * failure is thrown.
     */
    public <T> void each(Collection<T> items, Consumer<T> work) {
        AtomicReference<RuntimeException> failure = new AtomicReference<>();
        CompletableFuture.allOf(items.stream()
                        .map(item -> CompletableFuture.runAsync(() -> attempt(item, work, failure), threads))
                        .toArray(CompletableFuture[]::new))
                .join();
        Optional.ofNullable(failure.get()).ifPresent(e -> {
            throw e;
        });
    }

    private static <T> void attempt(T item, Consumer<T> work, AtomicReference<RuntimeException> failure) {
        if (failure.get() == null) {
            try {
                work.accept(item);
            } catch (RuntimeException e) {
                failure.compareAndSet(null, e);
            }
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
