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

/** Findings for machines, as SARIF 2.1.0 (OASIS): {@code validate.sarif}, which code hosts show beside the lines. */
public final class Sarif {

    private Sarif() {}

    /**
     * The file's text.
     *
     * @param version of this plugin
     */
    public static String render(List<Finding> findings, String version) {
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
                .put("text", "The repository's folder.");
        run.put("columnKind", "unicodeCodePoints");
        ArrayNode results = run.putArray("results");
        findings.forEach(finding -> result(results.addObject(), finding));
        return JsonReport.write(root);
    }

    private static void result(ObjectNode node, Finding finding) {
        node.put("ruleId", finding.rule().id());
        node.put("level", finding.isError() ? "error" : "warning");
        node.putObject("message").put("text", Text.clean(finding.message()));
        ObjectNode place = node.putArray("locations").addObject().putObject("physicalLocation");
        place.putObject("artifactLocation")
                .put("uri", uri(finding.origin().file()))
                .put("uriBaseId", "REPOSITORY");
        place.putObject("region")
                .put("startLine", finding.origin().line())
                .put("startColumn", finding.origin().column());
    }

    private static String uri(String file) {
        try {
            return new URI(null, null, file, null).getRawPath();
        } catch (URISyntaxException e) {
            return file;
        }
    }
}
