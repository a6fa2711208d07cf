package dev.idpscripts.sandbox.store;

import com.fasterxml.jackson.databind.ObjectReader;
import dev.idpscripts.sandbox.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Keeps rows as JSON in the file and as records in memory. */
final class JsonType<T> extends BasicDataType<T> {

    /** What an object costs besides its content; only an estimate, as MVStore wants it. */
    private static final int OVERHEAD = 100;

    private final Class<T> type;
    private final ObjectReader reader;

    JsonType(Class<T> type) {
        this.type = type;
        this.reader = Json.reader(type);
    }

    /** Must follow the real size: MVStore splits its pages by it, and rewrites a whole page for each change in it. */
    @Override
    public int getMemory(T row) {
        return OVERHEAD + Json.write(row).length;
    }

    @Override
    public void write(WriteBuffer out, T row) {
        byte[] json = Json.write(row);
        out.putVarInt(json.length).put(json);
    }

    @Override
    public T read(ByteBuffer in) {
        byte[] json = new byte[DataUtils.readVarInt(in)];
        in.get(json);
        try {
            return reader.readValue(json);
        } catch (IOException e) {
            throw new UncheckedIOException("a stored " + type.getSimpleName() + " cannot be read", e);
        }
    }

    @Override
    @SuppressWarnings("unchecked") // MVStore wants an array of the rows' own type, which generics cannot make.
    public T[] createStorage(int size) {
        return (T[]) Array.newInstance(type, size);
    }
}
