package dev.idpscripts.plan.pull;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static dev.idpscripts.testing.Commits.ONE;
import static dev.idpscripts.testing.FakeServer.REPOSITORY;
import static dev.idpscripts.testing.KnownServer.pushed;
import static dev.idpscripts.testing.KnownServer.theirs;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.idpscripts.model.pull.Merged;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import dev.idpscripts.testing.KnownServer;
import dev.idpscripts.testing.Told;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a pull makes of a body that both sides changed; each letter is a line, and what people must decide stands in brackets. */
class MergedBodiesTest {

    /** What this repository pushed, the file, the server, and what comes of it. */
    @ParameterizedTest(name = "{0} here {1} there {2}")
    @CsvSource({
        // One side each, in different places.
        "abcde, Abcde, abcdE, AbcdE",
        "abcde, abcdE, Abcde, AbcdE",
        "abcde, bcde, abcdef, bcdef",
        "abcde, abxcde, abcdye, abxcdye",
        "abcde, abcdexy, zabcde, zabcdexy",
        "abcdefg, aBcdefg, abcdeFGh, aBcdeFGh",
        "abcdefg, AbcdeFg, abCdefg, AbCdeFg",
        // What is on one side only.
        "abcde, acde, abcdE, acdE",
        "abcde, abcdE, acde, acdE",
        "abcde, abcxxde, ae, a[bcxxd|bcd|]e",
        // The same change on both sides, and another besides.
        "abcde, aBcde, aBcdE, aBcdE",
        "abcde, aBcdE, aBcde, aBcdE",
        "abcde, acd, acdX, acd[|e|X]",
        // The same lines, or lines side by side.
        "abc, aXc, aYc, a[X|b|Y]c",
        "abcd, aXcd, abYd, a[Xc|bc|bY]d",
        "abcd, abYd, aXcd, a[bY|bc|Xc]d",
        "abcde, aXcde, aYcdE, a[X|b|Y]cdE",
        "abcde, aXcdE, aYcde, a[X|b|Y]cdE",
        "abcdef, aXcdef, abcYef, aXcYef",
        "abcdef, aBCdef, abXYef, a[BCd|bcd|bXY]ef",
        "abc, aXbc, aYbc, a[X||Y]bc",
        "abcdef, aXYZef, abQdef, a[XYZ|bcd|bQd]ef"
    })
    void isOfBoth(String base, String mine, String theirs, String expected) {
        KnownServer server = new KnownServer(new FakeServer().script("s", ACTIVE, "0"))
                .versions("s", theirs("s", 3, lines(theirs)), pushed("s", 2, lines(base), REPOSITORY, ONE));
        Desired files = new Desired().script("s", ACTIVE, lines(mine));
        Merged merged = PulledWords.pull(files, server.inventory(), Told.OPTIONS)
                .scripts()
                .get(0)
                .body();
        assertEquals(expected, told(merged, mine));
        assertEquals(expected.contains("["), merged.isConflict());
    }

    private static String lines(String letters) {
        return String.join("\n", letters.split(""));
    }

    private static String told(Merged merged, String mine) {
        return merged.parts().stream()
                .map(part -> {
                    if (part instanceof Merged.Mine kept) {
                        return mine.substring(kept.from(), kept.to());
                    }
                    return part instanceof Merged.Theirs theirs
                            ? letters(theirs.lines())
                            : both((Merged.Both) part, mine);
                })
                .collect(Collectors.joining());
    }

    private static String both(Merged.Both both, String mine) {
        return "[" + mine.substring(both.from(), both.to()) + "|" + letters(both.base()) + "|" + letters(both.theirs())
                + "]";
    }

    private static String letters(List<String> lines) {
        return String.join("", lines);
    }
}
