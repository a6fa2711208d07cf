package dev.idpscripts.engine;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;

/** A pool of workers, made as they are needed and kept. */
public final class RhaiEngine implements Engine {

    /** The server has no limit of time but its request's 30 s (server.md 6); nobody waits that long for a script. */
    public static final Duration DEFAULT_TIME = Duration.ofSeconds(10);

    private final Duration atMost;
    private final Semaphore places;
    private final ConcurrentLinkedDeque<Worker> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    /** With as many workers as the machine has processors. */
    public RhaiEngine() {
        this(Runtime.getRuntime().availableProcessors(), DEFAULT_TIME);
    }

    /**
     * @param workers how many scripts may run at once; each takes up to 64 MiB of heap
     * @param atMost how long one may take
     */
    public RhaiEngine(int workers, Duration atMost) {
        this.places = new Semaphore(workers);
        this.atMost = atMost;
    }

    @Override
    public Optional<ScriptFailure> validate(String script) {
        try {
            return ask(Messages.validate(script)).failure();
        } catch (Worker.Stopped e) {
            return Optional.of(e.failure());
        }
    }

    @Override
    public Compiled compile(Job job) {
        try {
            return ask(Messages.job("compile", job, false)).toCompiled();
        } catch (Worker.Stopped e) {
            return new Compiled(Optional.of(e.failure()), Optional.empty());
        }
    }

    @Override
    public Run run(Job job) {
        return run(job, false);
    }

    @Override
    public Run trace(Job job) {
        return run(job, true);
    }

    private Run run(Job job, boolean trace) {
        try {
            return ask(Messages.job("run", job, trace)).toRun();
        } catch (Worker.Stopped e) {
            ScriptFailure failure = e.failure();
            if (trace || failure.cause() == ScriptFailure.FailureKind.TIME) {
                return Run.stopped(failure);
            }
            // Once more, to see in which line it was; what it was the first run says.
            return Run.stopped(run(job, true)
                    .failure()
                    .filter(again -> again.cause() == failure.cause())
                    .orElse(failure));
        }
    }

    Reply ask(byte[] request) throws Worker.Stopped {
        if (closed) {
            throw new IllegalStateException("the engine is closed");
        }
        places.acquireUninterruptibly();
        Worker worker = idle.pollFirst();
        try {
            worker = worker == null ? new Worker() : worker;
            return Messages.read(worker.answer(request, atMost));
        } finally {
            giveBack(worker);
            places.release();
        }
    }

    private void giveBack(Worker worker) {
        if (worker.lost() || closed) {
            worker.close();
        } else {
            idle.addFirst(worker);
        }
    }

    @Override
    public void close() {
        closed = true;
        for (Worker worker = idle.pollFirst(); worker != null; worker = idle.pollFirst()) {
            worker.close();
        }
    }
}
