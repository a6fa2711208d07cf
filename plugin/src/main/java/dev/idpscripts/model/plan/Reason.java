package dev.idpscripts.model.plan;

import dev.idpscripts.model.SourceLocation;
import java.util.Optional;

/**
 * Why a change is in the plan.
 *
 * @param text a short clause, such as {@code the file differs from version 3}
 * @param origin the place in the files that asks for it; empty for what no file declares
 * @param attribution who made the difference
 */
public record Reason(String text, Optional<SourceLocation> origin, Attribution attribution) {

    public static Reason of(String text, SourceLocation origin) {
        return new Reason(text, Optional.of(origin), Attribution.LOCAL);
    }

    public static Reason of(String text) {
        return new Reason(text, Optional.empty(), Attribution.LOCAL);
    }

    /** The same, attributed. */
    public Reason by(Attribution who) {
        return new Reason(text, origin, who);
    }
}
