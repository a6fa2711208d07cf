package dev.idpscripts.engine;

import dev.idpscripts.engine.wasm.Rhai;
import java.util.List;
import run.endive.runtime.ExportFunction;
import run.endive.runtime.HostFunction;
import run.endive.runtime.ImportValues;
import run.endive.runtime.Memory;
import run.endive.wasm.WasmEngineException;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.ValType;

/**
 * The module with a memory of its own. For one thread at a time. After anything is thrown out of {@link #answer} its memory is in
 * an unknown state: it must not be asked again.
 */
final class Instance {

    private final Memory memory;
    private final ExportFunction alloc;
    private final ExportFunction answer;
    private final ExportFunction free;

    Instance() {
        HostFunction clock = new HostFunction(
                "host", "nanos", FunctionType.of(List.of(), List.of(ValType.I64)), (instance, arguments) ->
                        new long[] {System.nanoTime()});
        run.endive.runtime.Instance instance = run.endive.runtime.Instance.builder(Rhai.load())
                .withImportValues(ImportValues.builder().addFunction(clock).build())
                .withMachineFactory(Rhai::create)
                .withMemoryFactory(FlatMemory::new)
                .build();
        this.memory = instance.memory();
        this.alloc = instance.export("alloc");
        this.answer = instance.export("answer");
        this.free = instance.export("free");
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
}
