package dev.idpscripts.engine;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import run.endive.wasm.WasmEngineException;

/** One instance and its thread, which has the stack that deep scripts need. For one caller at a time. */
final class Worker implements AutoCloseable {

    /** A script may recurse 64 deep through nested expressions, each of many Java frames; memory is taken only when used. */
    private static final long STACK_BYTES = 256L << 20;

    /** How long a stopped instance may take to notice; 55 ms were measured (engine.md). */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private static final String PANIC =
            "the interpreter itself fails (%s); on the server, too, such a run ends without an answer";

    private static final String TRAP =
            "the embedded engine itself fails (%s), which is a fault of the plugin: run the script on the server";

    private final ExecutorService thread = Executors.newSingleThreadExecutor(Worker::thread);
    private Instance instance;
    private boolean lost;

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(null, work, "idp-scripts-engine", STACK_BYTES);
        thread.setDaemon(true);
        return thread;
    }

    /**
     * @throws Stopped if the script took longer than that, or more space than there is, or the interpreter itself failed
     */
    byte[] answer(byte[] request, Duration atMost) throws Stopped {
        Future<byte[]> answer = thread.submit(() -> inThread(request));
        try {
            return answer.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw stopped(e.getCause());
        } catch (TimeoutException e) {
            stop(answer);
            throw new Stopped(ScriptFailure.FailureKind.TIME, "it ran longer than " + atMost.toSeconds() + " s");
        } catch (InterruptedException e) {
            stop(answer);
            Thread.currentThread().interrupt();
            throw new Stopped(ScriptFailure.FailureKind.TIME, "the run was cancelled");
        }
    }

    /** Whether its thread no longer listens; it must then be replaced. */
    boolean lost() {
        return lost;
    }

    private byte[] inThread(byte[] request) throws Stopped {
        Instance asked = instance == null ? new Instance() : instance;
        // Only one that has answered is asked again.
        instance = null;
        try {
            byte[] reply = asked.answer(request);
            instance = asked.spent() ? null : asked;
            return reply;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw why(e, asked);
        } finally {
            // What stopped this run must not stop the next.
            boolean ignored = Thread.interrupted();
        }
    }

    private void stop(Future<?> answer) {
        answer.cancel(true);
        Future<?> next = thread.submit(() -> {});
        try {
            next.get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            lost = true;
        } catch (InterruptedException e) {
            lost = true;
            Thread.currentThread().interrupt();
        }
    }

    private static Stopped stopped(Throwable cause) {
        if (cause instanceof Stopped stopped) {
            return stopped;
        }
        throw new IllegalStateException("the engine is broken", cause);
    }

    private static Stopped why(Throwable cause, Instance asked) {
        if (cause instanceof Host.Panic) {
            return new Stopped(ScriptFailure.FailureKind.PANIC, PANIC.formatted(cause.getMessage()), asked.line());
        }
        if (cause instanceof Host.Overslept) {
            return new Stopped(ScriptFailure.FailureKind.TIME, cause.getMessage(), asked.line());
        }
        if (cause instanceof OutOfMemoryError || asked.full()) {
            return new Stopped(
                    ScriptFailure.FailureKind.SPACE, "it took more memory than the engine's 64 MiB", asked.line());
        }
        if (isDeep(cause) || isDeep(cause.getCause())) {
            return new Stopped(
                    ScriptFailure.FailureKind.SPACE, "it is nested deeper than the engine's stack", asked.line());
        }
        if (cause instanceof WasmEngineException) {
            return new Stopped(ScriptFailure.FailureKind.PANIC, TRAP.formatted(cause.getMessage()), asked.line());
        }
        throw new IllegalStateException("the engine is broken", cause);
    }

    /** The thread's stack, or the module's own, which lies at the lower end of its memory and is left below that. */
    private static boolean isDeep(Throwable cause) {
        return cause instanceof StackOverflowError || cause instanceof IndexOutOfBoundsException;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    /** A run that did not come to an end by itself. */
    static final class Stopped extends Exception {

        private static final long serialVersionUID = 1L;

        private final ScriptFailure.FailureKind kind;
        private final int line;

        Stopped(ScriptFailure.FailureKind kind, String why) {
            this(kind, why, 0);
        }

        Stopped(ScriptFailure.FailureKind kind, String why, int line) {
            super(why);
            this.kind = kind;
            this.line = line;
        }

        ScriptFailure failure() {
            return ScriptFailure.stopped(kind, getMessage(), line);
        }
    }
}
