package dev.idpscripts.apply.write;

import dev.idpscripts.model.Characters;
import dev.idpscripts.model.Provenance;
import dev.idpscripts.model.plan.RollbackPlan;
import dev.idpscripts.model.stored.StoredVersion;

/**
 * What is written beside the version that a rollback makes. It has no trailer: the next plan must not take the old body for what the
 * files say, but show it as something that was done on the server.
 *
 * @param who the person's name
 * @param why in the person's words; may be empty
 */
public record RollbackLabel(String who, String why) {

    private static final int LONGEST = 200;

    public RollbackLabel {
        who = shortened(who);
        why = shortened(why);
    }

    private static String shortened(String text) {
        return Characters.shortened(text.replaceAll("\\p{Cntrl}+", " ").strip(), LONGEST);
    }

    /** Such as {@code Rolled back by jo to version 2 (commit 1f2e3d4): logins fail}. */
    String of(RollbackPlan.EarlierVersion target) {
        return said(StoredVersion.ROLLED_BACK + who + " to " + target);
    }

    /** Of a script that was deleted and is made again, such as {@code Made again by jo, in a rollback: logins fail}. */
    public String again() {
        return said("Made again by " + who + ", in a rollback");
    }

    private String said(String what) {
        String text = what + (why.isEmpty() ? "" : ": " + why);
        return Provenance.parse(text).isPresent() ? text + "." : text;
    }
}
