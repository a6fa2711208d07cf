package dev.idpscripts.command.option;

/**
 * An option as it was given, whether there is such a one or not.
 *
 * @param key the whole name of the property, or that of the element
 * @param value may be empty
 */
public record GivenOption(Source source, String key, String value) {

    /** Where it was given; the first wins. */
    public enum Source {
        /** {@code <configuration>} of the execution of the plugin that runs. */
        EXECUTION,
        /** {@code <configuration>} of the plugin, for all goals. */
        CONFIGURATION,
        /** {@code -D}; in {@code .mvn/maven.config} and {@code MAVEN_OPTS} too. */
        COMMAND_LINE,
        /** {@code <properties>} of the POM, its parents and its profiles, or of a profile in settings.xml. */
        PROPERTIES
    }

    boolean isProperty() {
        return source == Source.COMMAND_LINE || source == Source.PROPERTIES;
    }

    /** Whether Maven looks further: into the properties, for an element without text. */
    boolean isWeak() {
        return !isProperty() && value.isEmpty();
    }

    /** Whether it claims to be an option of this plugin. */
    boolean isOurs() {
        return !isProperty() || key.startsWith(KnownOption.PREFIX);
    }

    /** Its name without prefix. */
    String name() {
        return isProperty() ? key.substring(KnownOption.PREFIX.length()) : key;
    }

    /** As it is written, and where: such as {@code -Didp-scripts.prune}, or {@code <prune> in the plugin's <configuration>}. */
    String words() {
        return switch (source) {
            case COMMAND_LINE -> "-D" + key;
            case PROPERTIES -> "<" + key + "> among the properties of the POM";
            case CONFIGURATION, EXECUTION -> "<" + key + "> in the plugin's <configuration>";
        };
    }

    /** How another option would be written in its place. */
    String written(String name) {
        return switch (source) {
            case COMMAND_LINE -> "-D" + KnownOption.PREFIX + name;
            case PROPERTIES -> "<" + KnownOption.PREFIX + name + ">";
            case CONFIGURATION, EXECUTION -> "<" + name + ">";
        };
    }
}
