package dev.idpscripts.plan.pull;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.model.pull.Merged;
import dev.idpscripts.model.pull.Merged.Both;
import dev.idpscripts.model.pull.Merged.Mine;
import dev.idpscripts.model.pull.Merged.Part;
import dev.idpscripts.model.pull.Merged.Theirs;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/** Nothing that a side changed is lost, and nothing is decided that people must decide. */
@Tag("proof")
class ThreeWayMergeTest {

    private static Merged merge(String base, String mine, String theirs) {
        return ThreeWayMerge.merge(base, mine, theirs, "base", "server");
    }

    /** As a file would have it, with an exclamation mark where people must decide. */
    private static String text(Merged merged, String mine) {
        List<String> own = Merged.lines(mine);
        List<String> out = new ArrayList<>();
        for (Part part : merged.parts()) {
            if (part instanceof Mine m) {
                out.addAll(own.subList(m.from(), m.to()));
            } else if (part instanceof Theirs t) {
                out.addAll(t.lines());
            } else if (part instanceof Both both) {
                out.add("!" + own.subList(both.from(), both.to()) + both.base() + both.theirs());
            }
        }
        return String.join("\n", out);
    }

    private static void becomes(String expected, String base, String mine, String theirs) {
        assertEquals(expected, text(merge(base, mine, theirs), mine));
    }

    @Example
    void takesBothSidesChanges() {
        becomes("1\nb\n3\nd\n5\n", "1\n2\n3\n4\n5\n", "1\nb\n3\n4\n5\n", "1\n2\n3\nd\n5\n");
        becomes("0\n1\n2\n3", "1\n2\n", "0\n1\n2\n", "1\n2\n3");
        becomes("1\n3\n4\n", "1\n2\n3\n", "1\n3\n", "1\n2\n3\n4\n");
    }

    @Example
    void takesTheSameChangeOnce() {
        becomes("1\nx\n3\n", "1\n2\n3\n", "1\nx\n3\n", "1\nx\n3\n");
    }

    @Example
    void leavesToPeopleWhatBothChanged() {
        becomes("1\n![m][2][t]\n3\n", "1\n2\n3\n", "1\nm\n3\n", "1\nt\n3\n");
        becomes("1\n![][2][t]\n3\n", "1\n2\n3\n", "1\n3\n", "1\nt\n3\n");
        becomes("![m][][t]\n", "", "m\n", "t\n");
    }

    @Example
    void leavesToPeopleWhatBothChangedSideBySide() {
        becomes("1\n![m, 3][2, 3][2, t]\n4\n", "1\n2\n3\n4\n", "1\nm\n3\n4\n", "1\n2\nt\n4\n");
    }

    @Example
    void comparesWithoutABase() {
        Merged merged = ThreeWayMerge.compare("1\nm\n3\n", "1\nt\n3\n4\n", "server");
        assertEquals("1\n![m][][t]\n3\n![][][4]\n", text(merged, "1\nm\n3\n"));
    }

    @Example
    void mergesAlsoTheLargestBodies() {
        String base = "a\n".repeat(10_000);
        assertEquals("x\n" + base + "y", text(merge(base, "x\n" + base, base + "y"), "x\n" + base));
        String other = "b\n".repeat(3_000);
        assertEquals(
                1,
                ThreeWayMerge.compare(base, other, "server").parts().stream()
                        .filter(Both.class::isInstance)
                        .count());
    }

    @Property(tries = 2000)
    void oneSidesChangesAreThatSidesText(@ForAll long seed) {
        Random random = new Random(seed);
        String base = text(random);
        String other = text(random);
        assertEquals(other, text(merge(base, other, base), other));
        assertEquals(other, text(merge(base, base, other), base));
        assertEquals(other, text(merge(base, other, other), other));
    }

    @Property(tries = 2000)
    void whicheverSidePeopleTakeItsTextIsThere(@ForAll long seed) {
        Random random = new Random(seed);
        String base = text(random);
        String mine = text(random);
        String theirs = text(random);
        Merged merged = merge(base, mine, theirs);
        Merged mirrored = merge(base, theirs, mine);
        assertEquals(merged.isConflict(), mirrored.isConflict());
        if (!merged.isConflict()) {
            assertEquals(text(merged, mine), text(mirrored, theirs));
        }
        Merged compared = ThreeWayMerge.compare(mine, theirs, "server");
        assertEquals(mine.equals(theirs), compared.isMine());
        assertEquals(theirs, side(compared, mine));
        assertFalse(mine.equals(theirs) && merged.isConflict());
        assertTrue(merged.parts().stream().allMatch(part -> !(part instanceof Mine m) || m.from() < m.to()));
    }

    /** What comes of taking the server's side everywhere. */
    private static String side(Merged merged, String mine) {
        List<String> out = new ArrayList<>();
        for (Part part : merged.parts()) {
            if (part instanceof Mine m) {
                out.addAll(Merged.lines(mine).subList(m.from(), m.to()));
            } else if (part instanceof Both both) {
                out.addAll(both.theirs());
            }
        }
        return String.join("\n", out);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int lines = random.nextInt(8);
        for (int i = 0; i < lines; i++) {
            text.append("abc".charAt(random.nextInt(3))).append(i < lines - 1 || random.nextBoolean() ? "\n" : "");
        }
        return text.toString();
    }
}
