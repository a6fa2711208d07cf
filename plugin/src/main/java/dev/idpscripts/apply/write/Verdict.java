package dev.idpscripts.apply.write;

import java.util.Optional;
import java.util.function.Function;

/**
 * What a second look at the server says about a write whose outcome was unknown.
 *
 * @param done the result, if the write was done
 * @param finding what is there, in words
 */
public record Verdict<T>(Optional<T> done, String finding) {

    public static <T> Verdict<T> done(T result) {
        return new Verdict<>(Optional.of(result), "it was done");
    }

    public static <T> Verdict<T> notDone() {
        return notDone("it was not done");
    }

    public static <T> Verdict<T> notDone(String finding) {
        return new Verdict<>(Optional.empty(), finding);
    }

    /** Done if the condition holds. */
    public static <T> Verdict<T> doneIf(boolean condition, T result) {
        return condition ? done(result) : notDone();
    }

    /** Done if something was found that satisfies the condition. */
    public static <T> Verdict<T> doneIf(Optional<T> found, Function<T, Boolean> condition) {
        return found.filter(condition::apply).map(Verdict::done).orElse(notDone());
    }
}
