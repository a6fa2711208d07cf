package dev.idpscripts.engine;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import run.endive.runtime.HostFunction;
import run.endive.runtime.ImportValues;
import run.endive.runtime.Instance;
import run.endive.runtime.WasmFunctionHandle;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.ValType;

/**
 * What the module asks of its host: a clock, and to come back from a panic. The module is compiled without unwinding, which would make
 * half as much again of its classes: {@code catch_unwind} calls through the host, and a panic is an exception of Java on that way.
 */
final class Host {

    /** As long as the server gives a request (server.md 6). */
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(30);

    private long slept;
    private String words = "";
    private boolean caught;

    ImportValues functions() {
        return ImportValues.builder()
                .addFunction(function("nanos", List.of(), List.of(ValType.I64), (instance, arguments) ->
                        new long[] {System.nanoTime() + slept}))
                .addFunction(function("slept", List.of(ValType.I64), List.of(), (instance, arguments) -> {
                    sleep(arguments[0]);
                    return null;
                }))
                .addFunction(
                        function("panicked", List.of(ValType.I32, ValType.I32), List.of(), (instance, arguments) -> {
                            byte[] text = instance.memory().readBytes((int) arguments[0], (int) arguments[1]);
                            words = new String(text, StandardCharsets.UTF_8);
                            return null;
                        }))
                .addFunction(function("unwind", List.of(), List.of(), (instance, arguments) -> {
                    throw new Panic(words);
                }))
                .addFunction(
                        function("attempt", List.of(ValType.I32, ValType.I32), List.of(ValType.I32), this::attempt))
                .build();
    }

    private static HostFunction function(
            String name, List<ValType> parameters, List<ValType> results, WasmFunctionHandle handle) {
        return new HostFunction("host", name, FunctionType.of(parameters, results), handle);
    }

    private long[] attempt(Instance instance, long... arguments) {
        try {
            instance.export("run").apply(arguments);
            return new long[] {0};
        } catch (Panic e) {
            caught = true;
            return new long[] {1};
        }
    }

    /** Nobody waits; the clock goes on as if. */
    private void sleep(long nanos) {
        slept += Math.min(nanos < 0 ? Long.MAX_VALUE : nanos, LONGEST_SLEEP.toNanos() + 1);
        if (slept > LONGEST_SLEEP.toNanos()) {
            throw new Overslept();
        }
    }

    /** Forgets the sleeps of the run before. */
    void start() {
        slept = 0;
    }

    /** Whether the module went on after a panic. */
    boolean caught() {
        return caught;
    }

    /** A panic of the interpreter; its message is the panic's. */
    static final class Panic extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private Panic(String words) {
            super(words);
        }
    }

    /** A script sleeps for longer than the server waits for it. */
    static final class Overslept extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private Overslept() {
            super("it sleeps for more than the " + LONGEST_SLEEP.toSeconds() + " s that the server gives a request");
        }
    }
}
