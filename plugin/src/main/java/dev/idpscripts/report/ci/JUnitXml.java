package dev.idpscripts.report.ci;

import dev.idpscripts.model.HiddenCharacters;
import dev.idpscripts.model.check.CaseResult;
import dev.idpscripts.model.check.ScriptResult;
import dev.idpscripts.report.style.Style;
import dev.idpscripts.report.text.DifferenceTree;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** How tests ended, for CI servers, in the form of JUnit's reports: {@code TEST-idp-scripts.xml}. One suite a script. */
public final class JUnitXml {

    private static final double NANOS = 1e9;

    private final XMLStreamWriter xml;
    private final UnaryOperator<String> paths;

    private JUnitXml(XMLStreamWriter xml, UnaryOperator<String> paths) {
        this.xml = xml;
        this.paths = paths;
    }

    /**
     * The file's text.
     *
     * @param paths what the code host calls a file
     */
    public static String render(List<ScriptResult> results, UnaryOperator<String> paths) {
        StringWriter out = new StringWriter();
        try {
            new JUnitXml(XMLOutputFactory.newInstance().createXMLStreamWriter(out), paths).write(results);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a string can always be written to", e);
        }
        return out.toString();
    }

    private void write(List<ScriptResult> results) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        start(0, "testsuites");
        for (ScriptResult result : results) {
            if (!result.cases().isEmpty()) {
                suite(result);
            }
        }
        end(0);
        xml.writeCharacters("\n");
        xml.writeEndDocument();
        xml.flush();
    }

    private void suite(ScriptResult result) throws XMLStreamException {
        start(1, "testsuite");
        attribute("name", result.script().name());
        attribute("tests", String.valueOf(result.cases().size()));
        attribute("failures", String.valueOf(result.failures().size()));
        attribute("errors", "0");
        attribute("skipped", "0");
        attribute(
                "time",
                seconds(result.cases().stream().map(c -> c.seen().duration()).reduce(Duration.ZERO, Duration::plus)));
        for (CaseResult test : result.cases()) {
            testCase(result, test);
        }
        end(1);
    }

    private void testCase(ScriptResult result, CaseResult test) throws XMLStreamException {
        start(2, "testcase");
        attribute("classname", result.script().name());
        attribute("name", test.test().name());
        attribute("file", paths.apply(test.test().origin().file()));
        attribute("line", String.valueOf(test.test().origin().line()));
        attribute("time", seconds(test.seen().duration()));
        if (test.failed()) {
            List<String> lines = DifferenceTree.expected(test.differences(), new Style(false));
            start(3, "failure");
            attribute("message", lines.get(lines.size() - 1).strip());
            attribute("type", "expectation");
            xml.writeCharacters(legal(test.test().origin() + "\n" + String.join("\n", lines)));
            xml.writeEndElement();
            end(2);
        } else {
            xml.writeEndElement();
        }
    }

    private void start(int depth, String name) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
        xml.writeStartElement(name);
    }

    private void end(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
        xml.writeEndElement();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, legal(value));
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f", duration.toNanos() / NANOS);
    }

    /** Hidden characters by their numbers: XML 1.0 has no way to write most of those that control a terminal. */
    private static String legal(String text) {
        return HiddenCharacters.show(text);
    }
}
