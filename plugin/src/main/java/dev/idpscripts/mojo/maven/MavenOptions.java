package dev.idpscripts.mojo.maven;

import dev.idpscripts.command.option.GivenOption;
import dev.idpscripts.command.option.GivenOption.Source;
import dev.idpscripts.command.option.KnownOption;
import dev.idpscripts.command.option.OptionCheck;
import dev.idpscripts.command.option.OptionNames;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * The options that there are, as the plugin's descriptor has them, and those that were given, wherever Maven takes them from.
 *
 * @param unlisted those that no descriptor has
 */
public record MavenOptions(MavenSession session, MojoExecution execution, List<KnownOption> unlisted) {

    /** What holds these options against those that there are. */
    public OptionCheck check() {
        List<KnownOption> known = Stream.concat(
                        execution.getMojoDescriptor().getPluginDescriptor().getMojos().stream()
                                .flatMap(MavenOptions::of),
                        unlisted.stream())
                .toList();
        return new OptionCheck(new OptionNames(known), execution.getGoal(), goals(), this::isSet);
    }

    private static Stream<KnownOption> of(MojoDescriptor mojo) {
        return Stream.of(mojo.getMojoConfiguration().getChildren())
                .flatMap(parameter -> of(mojo.getGoal(), parameter).stream());
    }

    /** Such as {@code <dryRun implementation="boolean" default-value="false">${idp-scripts.dryRun}</dryRun>}. */
    private static Optional<KnownOption> of(String goal, PlexusConfiguration parameter) {
        String expression = Optional.ofNullable(parameter.getValue("")).orElse("");
        String start = "${" + KnownOption.PREFIX;
        return expression.startsWith(start)
                ? Optional.of(new KnownOption(
                        goal,
                        expression.substring(start.length(), expression.length() - 1),
                        parameter.getName(),
                        parameter
                                .getAttribute("implementation", "")
                                .toLowerCase(Locale.ROOT)
                                .endsWith("boolean")))
                : Optional.empty();
    }

    /** Everything that might be an option of this plugin, the strongest first. */
    public List<GivenOption> given() {
        Properties line = new Properties();
        line.putAll(session.getSystemProperties());
        line.putAll(session.getUserProperties());
        MavenProject project = session.getCurrentProject();
        Properties pom = new Properties();
        pom.putAll(project == null ? new Properties() : project.getProperties());
        line.stringPropertyNames().forEach(pom::remove);
        return Stream.of(configured(), properties(Source.COMMAND_LINE, line), properties(Source.PROPERTIES, pom))
                .flatMap(given -> given)
                .toList();
    }

    private static Stream<GivenOption> properties(Source source, Properties from) {
        return from.stringPropertyNames().stream()
                .filter(key -> !key.startsWith("env."))
                .sorted()
                .map(key -> new GivenOption(source, key, from.getProperty(key)));
    }

    private Stream<GivenOption> configured() {
        Plugin plugin = plugin();
        Stream<GivenOption> own = plugin.getExecutions().stream()
                .filter(one -> one.getId().equals(execution.getExecutionId()))
                .flatMap(one -> elements(Source.EXECUTION, one));
        return Stream.concat(own, elements(Source.CONFIGURATION, plugin));
    }

    /** As the POM has it: what an execution is given to run with lacks the elements that Maven does not know. */
    private Plugin plugin() {
        MavenProject project = session.getCurrentProject();
        return Optional.ofNullable(project)
                .map(there -> there.getPlugin(execution.getPlugin().getKey()))
                .orElse(execution.getPlugin());
    }

    private static Stream<GivenOption> elements(Source source, ConfigurationContainer container) {
        return container.getConfiguration() instanceof Xpp3Dom configuration
                ? Stream.of(configuration.getChildren())
                        .map(element -> new GivenOption(
                                source, element.getName(), element.getValue() == null ? "" : element.getValue()))
                : Stream.empty();
    }

    /** All goals of this plugin that this call of Maven runs: those that were named, and those that a phase has. */
    private Set<String> goals() {
        Set<String> goals = new HashSet<>(Set.of(execution.getGoal()));
        session.getGoals().stream()
                .filter(this::isOurs)
                .map(task -> task.substring(task.lastIndexOf(':') + 1).replaceFirst("@.*", ""))
                .forEach(goals::add);
        if (session.getGoals().stream().anyMatch(task -> !task.contains(":"))) {
            goals.addAll(bound());
        }
        return goals;
    }

    private boolean isOurs(String task) {
        return task.startsWith(
                        execution.getMojoDescriptor().getPluginDescriptor().getGoalPrefix() + ":")
                || task.contains(":" + execution.getPlugin().getArtifactId() + ":");
    }

    private Set<String> bound() {
        return session.getProjects().stream()
                .flatMap(project -> Stream.ofNullable(
                        project.getPlugin(execution.getPlugin().getKey())))
                .flatMap(plugin -> plugin.getExecutions().stream())
                .flatMap(one -> one.getGoals().stream())
                .collect(Collectors.toSet());
    }

    private boolean isSet(String name) {
        try {
            return new PluginParameterExpressionEvaluator(session, execution).evaluate("${" + name + "}") != null;
        } catch (ExpressionEvaluationException e) {
            return false;
        }
    }
}
