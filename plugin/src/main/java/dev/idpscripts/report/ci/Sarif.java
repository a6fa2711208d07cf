package dev.idpscripts.report.ci;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.idpscripts.model.check.Finding;
import dev.idpscripts.model.check.Rule;
import dev.idpscripts.report.json.JsonReport;
import dev.idpscripts.report.style.Text;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.function.UnaryOperator;

/** Findings for machines, as SARIF 2.1.0 (OASIS): {@code validate.sarif}, which code hosts show beside the lines. */
public final class Sarif {

    private Sarif() {}

    /**
     * The file's text.
     *
     * @param version of this plugin
     * @param paths what the code host calls a file
     */
    public static String render(List<Finding> findings, String version, UnaryOperator<String> paths) {
        ObjectNode root = JsonReport.object();
        root.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        root.put("version", "2.1.0");
        ObjectNode run = root.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "idp-scripts");
        driver.put("semanticVersion", version);
        ArrayNode rules = driver.putArray("rules");
        for (Rule rule : Rule.values()) {
            ObjectNode node = rules.addObject().put("id", rule.id());
            node.putObject("shortDescription").put("text", rule.meaning());
        }
        run.putObject("originalUriBaseIds")
                .putObject("REPOSITORY")
                .putObject("description")
                .put("text", "The root of the Git repository; without one, the folder of the scripts.");
        run.put("columnKind", "unicodeCodePoints");
        ArrayNode results = run.putArray("results");
        findings.forEach(finding -> result(results.addObject(), finding, paths));
        return JsonReport.write(root);
    }

    private static void result(ObjectNode node, Finding finding, UnaryOperator<String> paths) {
        node.put("ruleId", finding.rule().id());
        node.put("level", finding.isError() ? "error" : "warning");
        node.putObject("message").put("text", Text.clean(finding.message()));
        ObjectNode place = node.putArray("locations").addObject().putObject("physicalLocation");
        place.putObject("artifactLocation")
                .put("uri", uri(paths.apply(finding.origin().file())))
                .put("uriBaseId", "REPOSITORY");
        place.putObject("region")
                .put("startLine", finding.origin().line())
                .put("startColumn", finding.origin().column());
    }

    /** A relative reference; a colon in its first part would make a scheme of that (RFC 3986, 4.2). */
    private static String uri(String file) {
        try {
            return new URI(null, null, "/" + file, null)
                    .toASCIIString()
                    .substring(1)
                    .replace(":", "%3A");
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a path that begins with a slash is always one", e);
        }
    }
}
