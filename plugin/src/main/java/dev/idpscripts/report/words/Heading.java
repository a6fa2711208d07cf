package dev.idpscripts.report.words;

import dev.idpscripts.model.Provenance;
import dev.idpscripts.model.plan.PlanMetadata;
import dev.idpscripts.model.plan.Target;
import dev.idpscripts.report.style.Text;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Where a run or a plan belongs: which server, whose objects, files from which commit. It comes before anything else that is said. */
public final class Heading {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Heading() {}

    /** Such as {@code Environment staging: https://idp.example.com, tenant 00000000-0000-0000-0000-000000000001}. */
    public static String environment(Target target) {
        return Text.clean(
                "Environment " + target.environment() + ": " + address(target) + ", tenant " + target.tenant());
    }

    /** The same with the files, such as {@code …, files at commit 1f2e3d4 with uncommitted changes}. */
    public static String environment(Target target, PlanMetadata made) {
        return environment(target) + ", " + files(made);
    }

    /** The server's address in words: the embedded one has none that lasts. */
    public static String address(Target target) {
        return target.url().equals(Target.SANDBOX) ? "embedded server" : Text.clean(target.url());
    }

    /** Where the files come from, such as {@code files at commit 1f2e3d4}. */
    public static String files(PlanMetadata made) {
        return made.commit().equals(Provenance.NO_COMMIT)
                ? "files of no known Git commit"
                : "files at commit " + Provenance.shown(made.commit())
                        + (made.isDirty() ? " with uncommitted changes" : "");
    }

    /** Such as {@code Made on 2026-11-25 10:11 UTC by version 1.0.0 of the plugin}. */
    public static String made(PlanMetadata made) {
        return Text.clean("Made on " + WHEN.format(made.at()) + " by version " + made.version() + " of the plugin");
    }
}
