package dev.idpscripts.model.plan;

import dev.idpscripts.model.Origin;
import java.util.Optional;

/**
 * Why a change is in the plan.
 *
 * @param reason a short clause, such as {@code the file differs from version 3}
 * @param origin the place in the files that asks for it; empty for what no file declares
 */
public record Why(String reason, Optional<Origin> origin) {

    public static Why of(String reason, Origin origin) {
        return new Why(reason, Optional.of(origin));
    }

    public static Why of(String reason) {
        return new Why(reason, Optional.empty());
    }
}
