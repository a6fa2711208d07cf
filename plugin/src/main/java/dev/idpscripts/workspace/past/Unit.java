package dev.idpscripts.workspace.past;

import dev.idpscripts.workspace.BindingFiles;
import java.util.List;
import java.util.Optional;

/**
 * The files that declare one thing together: a body and what describes it, or a connector's hooks.
 *
 * @param stem their name without ending
 */
record Unit(String stem) {

    private static final String BODY = ".rhai";
    static final String YAML = ".yaml";
    private static final String TESTS = ".tests";

    /** Of a file's name; empty for one that declares nothing. */
    static Optional<Unit> of(String file) {
        int slash = file.indexOf('/');
        String folder = file.substring(0, Math.max(0, slash));
        boolean declares = List.of("scripts", "templates", BindingFiles.FOLDER).contains(folder);
        String stem = file.replaceFirst("\\.(rhai|yaml)$", "");
        return declares && !stem.equals(file) && !stem.endsWith(TESTS) ? Optional.of(new Unit(stem)) : Optional.empty();
    }

    List<String> files() {
        return isOfBindings() ? List.of(stem + YAML) : List.of(stem + BODY, stem + YAML);
    }

    boolean isOfBindings() {
        return stem.startsWith(BindingFiles.FOLDER + "/");
    }

    boolean isOfTemplate() {
        return stem.startsWith("templates/");
    }

    /** The name of what it declares, unless the metadata give another. */
    String slug() {
        return stem.substring(stem.lastIndexOf('/') + 1);
    }
}
