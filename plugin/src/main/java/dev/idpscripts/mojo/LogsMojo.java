package dev.idpscripts.mojo;

import dev.idpscripts.command.LogsCommand;
import dev.idpscripts.command.option.Choice;
import dev.idpscripts.command.option.NumberOption;
import dev.idpscripts.command.option.RequiredOption;
import dev.idpscripts.command.option.TimeOption;
import dev.idpscripts.command.session.Session;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.mojo.base.ViewGoal;
import java.time.Instant;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Lists execution logs, newest first, or shows one with its context and output.
 *
 * <p>Example: {@code mvn idp-scripts:logs -Didp-scripts.script="Login name" -Didp-scripts.status=failure -Didp-scripts.from=24h}
 *
 * @since 0.1.0
 */
@Mojo(name = "logs", requiresProject = false, aggregator = true, threadSafe = true)
public class LogsMojo extends ViewGoal {

    /**
     * Only of this script, by name or id, such as {@code -Didp-scripts.script="Login name"}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.script")
    private String script;

    /**
     * Only on this connector, by name or id, such as {@code -Didp-scripts.connector="Corporate LDAP"}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.connector")
    private String connector;

    /**
     * Only of the binding with this id, such as {@code -Didp-scripts.binding=00000000-0000-4000-8000-00000000000a}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.binding")
    private String binding;

    /**
     * Only with this status: {@code success}, {@code failure}, {@code timeout} or {@code skipped}, such as
     * {@code -Didp-scripts.status=failure}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.status")
    private String status;

    /**
     * Only dry runs, or only others, such as {@code -Didp-scripts.dryRun=false}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.dryRun")
    private Boolean dryRun;

    /**
     * Not older: how long ago, a day or a moment, such as {@code -Didp-scripts.from=24h}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.from")
    private String from;

    /**
     * Not newer: how long ago, a day with all of its hours in UTC, or a moment, such as {@code -Didp-scripts.to=2026-03-01T12:00:00Z}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.to")
    private String to;

    /**
     * How many at most, such as {@code -Didp-scripts.limit=500}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.limit", defaultValue = "50")
    private String limit;

    /**
     * Shows one whole, by its id or the beginning of it, such as {@code -Didp-scripts.log=dc1d71bb}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.log")
    private String log;

    @Inject
    LogsMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    protected Outcome run() {
        Session session = open();
        Instant now = Instant.now();
        LogsCommand.Options options = new LogsCommand.Options(
                RequiredOption.orNone(log).map(String::strip),
                RequiredOption.orNone(script),
                RequiredOption.orNone(connector),
                RequiredOption.orNone(binding).map(id -> RequiredOption.id("binding", id)),
                RequiredOption.orNone(status)
                        .map(word -> Choice.among("status", word, "failure", "success", "timeout", "skipped")),
                Optional.ofNullable(dryRun),
                TimeOption.parse("from", from, now),
                TimeOption.last("to", to, now),
                RequiredOption.limit(NumberOption.parse("limit", limit)));
        return new LogsCommand(session, tables(session), options).run();
    }
}
