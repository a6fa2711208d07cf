package dev.idpscripts.model.declared;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.SourceLocation;
import java.util.List;
import java.util.Optional;

/**
 * A script as the files declare it.
 *
 * @param name its identity on the server, 1 to 255 characters
 * @param renamedFrom the name it had before, so that it is renamed in place
 * @param description empty when the files do not say: then the server's is left alone
 * @param status what it is to be at the end
 * @param body with the environment's values filled in
 * @param source its {@code .rhai} file
 * @param metadata where its {@code .yaml} begins, or the body's origin when there is none
 * @param tests what its {@code .tests.yaml} says; names are unique
 */
public record Script(
        String name,
        Optional<String> renamedFrom,
        Optional<String> description,
        ScriptStatus status,
        Body body,
        Source source,
        SourceLocation metadata,
        List<TestCase> tests) {

    public Script {
        tests = List.copyOf(tests);
    }

    /** The beginning of its {@code .rhai} file. */
    public SourceLocation origin() {
        return source.origin();
    }

    /** The same script with another body. */
    public Script with(Body other, Source from) {
        return new Script(name, renamedFrom, description, status, other, from, metadata, tests);
    }

    /** The same script under another name. */
    public Script called(String other, Optional<String> from) {
        return new Script(other, from, description, status, body, source, metadata, tests);
    }

    /** The same script with other tests. */
    public Script testedBy(List<TestCase> others) {
        return new Script(name, renamedFrom, description, status, body, source, metadata, others);
    }

    /**
     * Where in its file this place of the body comes from.
     *
     * @param line from 1; 0, for unknown, is taken for 1
     * @param column in characters from 1; 0 is taken for 1
     */
    public SourceLocation at(int line, int column) {
        return source.origin(body.text(), line, column);
    }

    /** The file's name without folder and ending. */
    public String slug() {
        String file = source.file();
        String last = file.substring(file.lastIndexOf('/') + 1);
        return last.endsWith(".rhai") ? last.substring(0, last.length() - ".rhai".length()) : last;
    }
}
