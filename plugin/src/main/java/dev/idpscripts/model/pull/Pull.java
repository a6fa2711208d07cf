package dev.idpscripts.model.pull;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the files are to declare so that what somebody did on the server is in them too.
 *
 * @param scripts sorted by name
 * @param templates sorted by name
 * @param bindings one for each connector that has bindings or a file, sorted by name
 * @param remarks what on the server no file can declare, and what else the reader should know
 */
public record Pull(
        List<PulledScript> scripts,
        List<PulledTemplate> templates,
        List<PulledBindings> bindings,
        List<String> remarks) {

    public Pull {
        scripts = List.copyOf(scripts);
        templates = List.copyOf(templates);
        bindings = List.copyOf(bindings);
        remarks = List.copyOf(remarks);
    }

    /** The same with more that the reader should know. */
    public Pull remarking(List<String> more) {
        List<String> all = Stream.concat(remarks.stream(), more.stream()).toList();
        return new Pull(scripts, templates, bindings, all);
    }
}
