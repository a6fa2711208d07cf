package dev.idpscripts.testing;

import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.declared.Past;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a repository declared at its commits, without Git: for tests of attribution. */
public final class Commits {

    public static final String ONE = "1".repeat(40);
    public static final String TWO = "2".repeat(40);
    public static final String THREE = "3".repeat(40);

    /** Never leads to what the files are at. */
    public static final String BESIDE = "b".repeat(40);

    private final List<Past.Revision> leading = new ArrayList<>();
    private final List<Past.Revision> beside = new ArrayList<>();
    private final Map<String, Declarations> at = new HashMap<>();
    private final Set<String> lacking = new HashSet<>();
    private boolean whole = true;

    /** The next commit on the way to what the files are at. */
    public Commits then(String commit, Desired files) {
        leading.add(0, new Past.Revision(commit, "Jo", "work", true, files.declare()));
        at.put(commit, files.declare());
        return this;
    }

    /** A commit that does not lead there. */
    public Commits beside(String commit, Desired files) {
        beside.add(0, new Past.Revision(commit, "Kim", "other work", false, files.declare()));
        return lacking(commit);
    }

    /** A commit that is not here at all. */
    public Commits lacking(String commit) {
        lacking.add(commit);
        return this;
    }

    /** There may be commits that are not known. */
    public Commits partly() {
        whole = false;
        return this;
    }

    public Past past() {
        Map<String, Set<String>> later = new LinkedHashMap<>();
        Set<String> after = new HashSet<>();
        for (Past.Revision each : leading) {
            later.put(each.commit(), Set.copyOf(after));
            after.add(each.commit());
        }
        List<Past.Revision> all = new ArrayList<>(leading);
        all.addAll(beside);
        return new Past(
                leading.isEmpty()
                        ? Optional.empty()
                        : Optional.of(leading.get(0).commit()),
                all,
                at,
                later,
                lacking,
                whole);
    }
}
