package dev.idpscripts.engine;

import dev.idpscripts.engine.wasm.Rhai;
import run.endive.runtime.ExportFunction;
import run.endive.wasm.WasmEngineException;

/**
 * The module with a memory of its own. For one thread at a time. After anything is thrown out of {@link #answer}, or if it is
 * {@link #spent}, its memory is in an unknown state: it must not be asked again.
 */
final class Instance {

    private final Host host = new Host();
    private final FlatMemory memory;
    private final ExportFunction alloc;
    private final ExportFunction answer;
    private final ExportFunction free;
    private final ExportFunction line;

    Instance() {
        run.endive.runtime.Instance instance = run.endive.runtime.Instance.builder(Rhai.load())
                .withImportValues(host.functions())
                .withMachineFactory(Rhai::create)
                .withMemoryFactory(FlatMemory::new)
                .build();
        this.memory = (FlatMemory) instance.memory();
        this.alloc = instance.export("alloc");
        this.answer = instance.export("answer");
        this.free = instance.export("free");
        this.line = instance.export("line");
    }

    byte[] answer(byte[] request) {
        try {
            return ask(request);
        } catch (IndexOutOfBoundsException e) {
            // What FlatMemory says where Endive's own memory would trap.
            throw new WasmEngineException("out of bounds memory access", e);
        }
    }

    private byte[] ask(byte[] request) {
        host.start();
        int at = (int) alloc.apply(request.length)[0];
        memory.write(at, request);
        long packed = answer.apply(at, request.length)[0];
        int reply = (int) (packed >>> Integer.SIZE);
        int length = (int) packed;
        byte[] bytes = memory.readBytes(reply, length);
        free.apply(reply, length);
        free.apply(at, request.length);
        return bytes;
    }

    /** Whether a panic went through it, which leaves behind what it held. */
    boolean spent() {
        return host.caught();
    }

    /** Whether it asked for more memory than there may be. */
    boolean full() {
        return memory.refused();
    }

    /** The line that a traced run reached last, also after something was thrown; 0 if it is not known. */
    int line() {
        return (int) line.apply()[0];
    }
}
