package dev.idpscripts.report.words;

import dev.idpscripts.model.GoalCommand;
import dev.idpscripts.model.ObjectAddress;
import dev.idpscripts.model.Phrase;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.Unmanaged;
import dev.idpscripts.report.style.Text;
import java.util.ArrayList;
import java.util.List;

/** Says what of this repository is in no file any more and stays: whoever deleted a file may think that it is gone. */
public final class LeftoverText {

    private static final int MOST = 10;

    private LeftoverText() {}

    /** A sentence for each kind of object, naming them; none if there is nothing left over. */
    public static List<String> sentences(Plan plan) {
        List<String> out = new ArrayList<>();
        for (boolean runs : new boolean[] {true, false}) {
            for (ObjectAddress.Type type : ObjectAddress.Type.values()) {
                List<String> names = plan.unmanaged().stream()
                        .filter(each -> each.ours() && each.runs() == runs)
                        .map(Unmanaged::subject)
                        .filter(subject -> subject.type() == type)
                        .map(ObjectAddress::name)
                        .toList();
                if (!names.isEmpty()) {
                    out.add(Text.clean(sentence(type, names, runs)));
                }
            }
        }
        return out;
    }

    private static String sentence(ObjectAddress.Type type, List<String> names, boolean runs) {
        int n = names.size();
        String whose = type == ObjectAddress.Type.BINDING ? " of scripts of this repository" : " of this repository";
        return Phrase.count(n, type.toString()) + whose + " " + Phrase.word(n, "is", "are") + " in no file and "
                + (runs
                        ? Phrase.word(n, "keeps running", "keep running")
                        : Phrase.word(n, "stays, unused", "stay, unused"))
                + ": " + Phrase.some(names, MOST) + ".";
    }

    /** What removes it. */
    public static GoalCommand removal(Plan plan) {
        return plan.target().goal("plan").with("prune");
    }
}
