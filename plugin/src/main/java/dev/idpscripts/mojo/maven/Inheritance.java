package dev.idpscripts.mojo.maven;

import java.util.stream.Stream;
import org.apache.maven.model.BuildBase;
import org.apache.maven.model.Model;
import org.apache.maven.model.PluginContainer;
import org.apache.maven.model.Profile;
import org.apache.maven.project.MavenProject;

/**
 * Tells whether a module has a goal only from its parent. A repository of scripts is one folder, so in a build of several
 * modules a goal runs once, where it is declared. Maven knows {@code inheritByDefault}, but does not act on it.
 */
public final class Inheritance {

    private Inheritance() {}

    /**
     * Whether the module inherits the plugin without naming it.
     *
     * @param project null or without a file where there is no POM
     * @param plugin group and artifact id
     */
    public static boolean isInherited(MavenProject project, String plugin) {
        if (project == null || project.getFile() == null || project.isExecutionRoot()) {
            return false;
        }
        Model own = project.getOriginalModel();
        Stream<BuildBase> builds = Stream.concat(
                Stream.ofNullable(own.getBuild()), own.getProfiles().stream().map(Profile::getBuild));
        return builds.filter(build -> build != null)
                .map(PluginContainer::getPlugins)
                .flatMap(plugins -> plugins.stream())
                .noneMatch(p -> p.getKey().equals(plugin));
    }
}
