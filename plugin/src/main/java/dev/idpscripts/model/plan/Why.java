package dev.idpscripts.model.plan;

import dev.idpscripts.model.Origin;
import java.util.Optional;

/**
 * Why a change is in the plan.
 *
 * @param reason a short clause, such as {@code the file differs from version 3}
 * @param origin the place in the files that asks for it; empty for what no file declares
 * @param attribution who made the difference
 */
public record Why(String reason, Optional<Origin> origin, Attribution attribution) {

    public static Why of(String reason, Origin origin) {
        return new Why(reason, Optional.of(origin), Attribution.LOCAL);
    }

    public static Why of(String reason) {
        return new Why(reason, Optional.empty(), Attribution.LOCAL);
    }

    /** The same, attributed. */
    public Why by(Attribution who) {
        return new Why(reason, origin, who);
    }
}
