package dev.idpscripts.apply.write;

import dev.idpscripts.model.Characters;
import dev.idpscripts.model.Provenance;
import dev.idpscripts.model.RollbackNote;
import dev.idpscripts.model.plan.RollbackPlan;

/**
 * What is written beside the version that a rollback makes. It has no trailer: the next plan must not take the old body for what the
 * files say, but show it as something that was done on the server.
 *
 * @param who the person's name
 * @param why in the person's words; may be empty
 * @param asOf the beginning of the commit to which everything goes back; empty if only some scripts do
 */
public record RollbackLabel(String who, String why, String asOf) {

    private static final int LONGEST = 200;

    /** So many digits tell commits apart in every repository, and people can still read them. */
    private static final int COMMIT_DIGITS = 12;

    public RollbackLabel {
        who = shortened(who);
        why = shortened(why);
    }

    /** Of scripts that go back by themselves. */
    public RollbackLabel(String who, String why) {
        this(who, why, "");
    }

    /** The same where everything goes back to a commit. */
    public RollbackLabel asOf(String commit) {
        return new RollbackLabel(who, why, Characters.first(commit, COMMIT_DIGITS));
    }

    private static String shortened(String text) {
        return Characters.shortened(text.replaceAll("\\p{Cntrl}+", " ").strip(), LONGEST);
    }

    /** Such as {@code Rolled back by jo to version 2 (commit 1f2e3d4): logins fail}. */
    String of(RollbackPlan.EarlierVersion target) {
        return unlabelled(new RollbackNote(who, target.toString(), asOf, why).format());
    }

    /** Of a script that was deleted and is made again, such as {@code Made again by jo, in a rollback: logins fail}. */
    public String again() {
        return unlabelled("Made again by " + who + ", in a rollback" + (why.isEmpty() ? "" : ": " + why));
    }

    /** What people say must not be taken for a trailer. */
    private static String unlabelled(String text) {
        return Provenance.parse(text).isPresent() ? text + "." : text;
    }
}
