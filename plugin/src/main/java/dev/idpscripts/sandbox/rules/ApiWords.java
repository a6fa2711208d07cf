package dev.idpscripts.sandbox.rules;

import java.util.Optional;
import java.util.stream.Stream;

/** The words of the API that are enums in the model. */
public final class ApiWords {

    private ApiWords() {}

    /** The constant that is written exactly so; empty for any other word. */
    public static <E extends Enum<E>> Optional<E> find(Class<E> type, String word) {
        return Stream.of(type.getEnumConstants())
                .filter(e -> e.toString().equals(word))
                .findFirst();
    }
}
