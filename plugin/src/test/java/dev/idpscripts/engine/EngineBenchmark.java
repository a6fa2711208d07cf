package dev.idpscripts.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * What {@code specs/benchmarks/engine.sh} measures within one JVM; prints milliseconds.
 * {@code cold SCRIPT}, {@code warm SCRIPT}, {@code many SCRIPT COUNT THREADS}, or {@code requests WHAT SCRIPT COUNT}, which prints
 * what the native program is to answer.
 */
final class EngineBenchmark {

    private static final int WARM_UP = 2_000;
    private static final int TIMES = 500;

    private static final Map<String, Object> CONTEXT = Map.of(
            "attributes",
            Map.of("givenName", "Anna Maria", "sn", "Müller", "l", "Wien", "departmentNumber", "20"),
            "variables",
            Map.of("takenLogins", List.of("amueller")));

    private EngineBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        String script = Files.readString(Path.of(arguments[arguments[0].equals("requests") ? 2 : 1]));
        switch (arguments[0]) {
            case "cold" -> cold(script);
            case "warm" -> warm(script);
            case "many" -> many(script, Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
            case "requests" -> requests(arguments[1], script, Integer.parseInt(arguments[3]));
            default -> throw new IllegalArgumentException(arguments[0]);
        }
        // What is still compiled in the background is no part of it.
        Runtime.getRuntime().halt(0);
    }

    private static void cold(String script) {
        long start = System.nanoTime();
        Instance instance = new Instance();
        double load = millis(start);
        long loaded = System.nanoTime();
        Reply reply = Messages.read(instance.answer(Messages.job("compile", job(script), false)));
        check(reply.failure().isEmpty());
        System.out.printf("%.3f %.3f%n", load, millis(loaded));
    }

    private static void warm(String script) {
        try (RhaiEngine engine = new RhaiEngine()) {
            double compile = median(
                    WARM_UP,
                    TIMES,
                    () -> check(engine.compile(job(script)).failure().isEmpty()));
            double run = median(
                    WARM_UP,
                    TIMES,
                    () -> check(engine.run(job(script)).failure().isEmpty()));
            double loop = median(
                    TIMES / 10,
                    TIMES / 10,
                    () -> check(engine.run(job("loop {}")).failure().isPresent()));
            System.out.printf("%.3f %.3f %.3f%n", compile, run, loop);
        }
    }

    /** Each once. */
    private static void many(String script, int count, int threads) throws Exception {
        List<String> scripts = variants(script, count);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        long start = System.nanoTime();
        try (RhaiEngine engine = new RhaiEngine()) {
            List<Future<Compiled>> all = new ArrayList<>();
            for (String one : scripts) {
                all.add(pool.submit(() -> engine.compile(job(one))));
            }
            for (Future<Compiled> one : all) {
                check(one.get().failure().isEmpty());
            }
            System.out.printf("%.3f%n", millis(start));
        }
    }

    private static void requests(String what, String script, int count) throws IOException {
        for (String one : variants(script, count)) {
            System.out.write(Messages.job(what, job(one), false));
            System.out.println();
        }
    }

    private static List<String> variants(String script, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> script.replace("_0", "_" + i))
                .toList();
    }

    private static Job job(String script) {
        return new Job(script, CONTEXT, new UUID(0, 1), new UUID(0, 2), new UUID(0, 3));
    }

    private static double median(int warmUp, int times, Runnable work) {
        for (int i = 0; i < warmUp; i++) {
            work.run();
        }
        double[] took = new double[times];
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            work.run();
            took[i] = millis(start);
        }
        Arrays.sort(took);
        return took[times / 2];
    }

    private static double millis(long since) {
        return (System.nanoTime() - since) / 1e6;
    }

    private static void check(boolean right) {
        if (!right) {
            throw new IllegalStateException("the script does not do what it should");
        }
    }
}
