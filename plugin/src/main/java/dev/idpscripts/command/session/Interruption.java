package dev.idpscripts.command.session;

import dev.idpscripts.server.http.Transport;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What Ctrl-C and SIGTERM do while writes are under way: the first asks the run to come to a stop, the second says what is left open
 * and ends the JVM at once. So
 * does the first if the run has not come to a stop after a while. Where signals cannot be caught, the JVM's end waits for the run.
 */
public final class Interruption implements AutoCloseable {

    /** Longer than a write may take, whatever the server does. */
    private static final Duration PATIENCE = Transport.LIMITS.patience().plusSeconds(10);

    private static final int KILLED = 130;

    private final Runnable stop;
    private final Supplier<List<String>> open;
    private final Consumer<String> say;
    private final Consumer<List<String>> leave;
    private final Duration patience;
    private final Runnable halt;
    private final AtomicInteger signals = new AtomicInteger();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::await, "idp-scripts comes to a stop");
    private final List<Optional<Runnable>> restores;

    /**
     * Listens until it is closed.
     *
     * @param stop asks the run to stop
     * @param open what is being written
     * @param say takes lines for people
     * @param leave takes what was being written when the JVM had to be ended, just before it is
     */
    public Interruption(
            Runnable stop, Supplier<List<String>> open, Consumer<String> say, Consumer<List<String>> leave) {
        this(stop, open, say, leave, PATIENCE, () -> Runtime.getRuntime().halt(KILLED));
    }

    /**
     * The same.
     *
     * @param patience how long the run may take to come to a stop
     * @param halt ends the JVM
     */
    Interruption(
            Runnable stop,
            Supplier<List<String>> open,
            Consumer<String> say,
            Consumer<List<String>> leave,
            Duration patience,
            Runnable halt) {
        this.leave = leave;
        this.patience = patience;
        this.halt = halt;
        this.stop = stop;
        this.open = open;
        this.say = say;
        Runtime.getRuntime().addShutdownHook(hook);
        restores = List.of(listen("INT"), listen("TERM"));
    }

    /** By reflection, because the class is not part of Java's standard; empty where there is none. */
    private Optional<Runnable> listen(String name) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object ours = Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, (p, m, args) -> {
                if (m.getName().equals("handle")) {
                    signalled();
                    return null;
                }
                return m.getName().equals("equals") ? (Object) (p == args[0]) : (Object) System.identityHashCode(p);
            });
            Object which = signal.getConstructor(String.class).newInstance(name);
            Method handle = signal.getMethod("handle", signal, handler);
            Object before = handle.invoke(null, which, ours);
            return Optional.of(() -> restore(handle, which, before));
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void restore(Method handle, Object signal, Object before) {
        try {
            handle.invoke(null, signal, before);
        } catch (ReflectiveOperationException e) {
            // Then the next signal finds ours, which does nothing any more.
        }
    }

    void signalled() {
        if (signals.incrementAndGet() > 1) {
            endAtOnce();
            return;
        }
        say.accept(
                "Stopping: what is being written is finished first, nothing further is begun. This takes no longer than "
                        + patience.toSeconds() + " s. Once more ends at once.");
        Thread watch = new Thread(this::endInTime, "idp-scripts comes to a stop in time");
        watch.setDaemon(true);
        watch.start();
        stop.run();
    }

    private void endInTime() {
        if (!hasEnded()) {
            endAtOnce();
        }
    }

    private void endAtOnce() {
        try {
            List<String> left = open.get();
            say.accept(
                    left.isEmpty()
                            ? "Ended. Nothing was being written."
                            : "Ended. Whether these were done is not known; run apply again, which looks:");
            left.forEach(line -> say.accept("  " + line));
            leave.accept(left);
        } finally {
            halt.run();
        }
    }

    private void await() {
        stop.run();
        if (!hasEnded()) {
            open.get().forEach(line -> say.accept("not finished: " + line));
        }
    }

    /** Waits for the run as long as it may take. */
    private boolean hasEnded() {
        try {
            return ended.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        ended.countDown();
        restores.forEach(restore -> restore.ifPresent(Runnable::run));
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is ending already.
        }
    }
}
