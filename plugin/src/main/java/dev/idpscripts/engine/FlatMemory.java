package dev.idpscripts.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import run.endive.runtime.ConstantEvaluators;
import run.endive.runtime.Instance;
import run.endive.runtime.Memory;
import run.endive.wasm.types.ActiveDataSegment;
import run.endive.wasm.types.DataSegment;
import run.endive.wasm.types.MemoryLimits;
import run.endive.wasm.types.PassiveDataSegment;

/**
 * An instance's memory as one array. Endive's own is an array of pages, with checks for accesses that cross one: nearly every
 * instruction of the module comes through here, and a sixth of the time of cold compiles went there.
 */
final class FlatMemory implements Memory {

    private static final VarHandle SHORT = view(short[].class);
    private static final VarHandle INT = view(int[].class);
    private static final VarHandle LONG = view(long[].class);
    private static final VarHandle FLOAT = view(float[].class);
    private static final VarHandle DOUBLE = view(double[].class);

    private final MemoryLimits limits;
    private int pages;
    private boolean refused;
    /** At least that many pages: it grows by halves, since the module asks for one page at a time. */
    private byte[] bytes;

    private DataSegment[] segments = {};

    FlatMemory(MemoryLimits limits) {
        this.limits = limits;
        this.pages = limits.initialPages();
        this.bytes = new byte[Memory.bytes(pages)];
    }

    /** Whether more was asked for than there may be. */
    boolean refused() {
        return refused;
    }

    private static VarHandle view(Class<?> type) {
        return MethodHandles.byteArrayViewVarHandle(type, ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public int grow(int more) {
        int before = pages;
        if (more < 0 || more > limits.maximumPages() - pages) {
            refused = true;
            return -1;
        }
        pages += more;
        if (Memory.bytes(pages) > bytes.length) {
            int roomy = Math.min(pages + pages / 2, limits.maximumPages());
            bytes = Arrays.copyOf(bytes, Memory.bytes(roomy));
        }
        return before;
    }

    @Override
    public void initialize(Instance instance, DataSegment[] data) {
        initialize(instance, data, 0);
    }

    @Override
    public void initialize(Instance instance, DataSegment[] data, int memory) {
        segments = data.clone();
        for (DataSegment segment : data) {
            if (segment instanceof ActiveDataSegment active) {
                long[] at = ConstantEvaluators.computeConstantValue(instance, active.offsetInstructions());
                write((int) at[0], active.data(), 0, active.data().length);
            }
        }
    }

    @Override
    public void initPassiveSegment(int segment, int at, int from, int size) {
        write(at, segments[segment].data(), from, size);
    }

    @Override
    public void drop(int segment) {
        segments[segment] = PassiveDataSegment.EMPTY;
    }

    @Override
    public int pages() {
        return pages;
    }

    @Override
    public int initialPages() {
        return limits.initialPages();
    }

    @Override
    public int maximumPages() {
        return limits.maximumPages();
    }

    @Override
    public void zero() {
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public void fill(byte value, int from, int to) {
        Arrays.fill(bytes, from, to, value);
    }

    @Override
    public void copy(int to, int from, int size) {
        System.arraycopy(bytes, from, bytes, to, size);
    }

    @Override
    public void write(int at, byte[] data, int from, int size) {
        System.arraycopy(data, from, bytes, at, size);
    }

    @Override
    public byte[] readBytes(int at, int size) {
        return Arrays.copyOfRange(bytes, at, at + size);
    }

    @Override
    public byte read(int at) {
        return bytes[at];
    }

    @Override
    public void writeByte(int at, byte value) {
        bytes[at] = value;
    }

    @Override
    public short readShort(int at) {
        return (short) SHORT.get(bytes, at);
    }

    @Override
    public long readU16(int at) {
        return Short.toUnsignedLong(readShort(at));
    }

    @Override
    public void writeShort(int at, short value) {
        SHORT.set(bytes, at, value);
    }

    @Override
    public int readInt(int at) {
        return (int) INT.get(bytes, at);
    }

    @Override
    public void writeI32(int at, int value) {
        INT.set(bytes, at, value);
    }

    @Override
    public long readLong(int at) {
        return (long) LONG.get(bytes, at);
    }

    @Override
    public void writeLong(int at, long value) {
        LONG.set(bytes, at, value);
    }

    @Override
    public float readFloat(int at) {
        return (float) FLOAT.get(bytes, at);
    }

    @Override
    public long readF32(int at) {
        return readInt(at);
    }

    @Override
    public void writeF32(int at, float value) {
        FLOAT.set(bytes, at, value);
    }

    @Override
    public double readDouble(int at) {
        return (double) DOUBLE.get(bytes, at);
    }

    @Override
    public long readF64(int at) {
        return readLong(at);
    }

    @Override
    public void writeF64(int at, double value) {
        DOUBLE.set(bytes, at, value);
    }

    @Override
    public boolean shared() {
        return false;
    }

    // What follows is for memories that threads share.

    @Override
    @SuppressWarnings("removal")
    public Object lock(int at) {
        throw new UnsupportedOperationException();
    }

    @Override
    @SuppressWarnings("removal")
    public int waitOn(int at, int expected, long nanos) {
        throw new UnsupportedOperationException();
    }

    @Override
    @SuppressWarnings("removal")
    public int waitOn(int at, long expected, long nanos) {
        throw new UnsupportedOperationException();
    }

    @Override
    @SuppressWarnings("removal")
    public int notify(int at, int waiters) {
        throw new UnsupportedOperationException();
    }
}
