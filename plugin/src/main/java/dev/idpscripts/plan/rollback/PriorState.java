package dev.idpscripts.plan.rollback;

import dev.idpscripts.model.SourceLocation;
import dev.idpscripts.model.declared.Binding;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.model.declared.Template;
import dev.idpscripts.model.declared.Tombstones;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Collects how things were before a run, as if files declared that. What the run did not touch is declared as it is, where a binding
 * needs it, or not at all.
 */
final class PriorState {

    /** Where everything is said to come from: the report of a rollback names no file. */
    static final SourceLocation JOURNAL = SourceLocation.of("(the journal)");

    private final Map<String, Script> scripts = new LinkedHashMap<>();
    private final Map<String, Template> templates = new LinkedHashMap<>();
    private final List<Binding> bindings = new ArrayList<>();
    private final List<Tombstones.Named> madeScripts = new ArrayList<>();
    private final List<Tombstones.Named> madeTemplates = new ArrayList<>();
    private final List<Tombstones.Unbound> madeBindings = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();

    /** A script as it was; unless something is said of it already. */
    void script(Script script) {
        scripts.putIfAbsent(script.name(), script);
    }

    boolean hasScript(String name) {
        return scripts.containsKey(name);
    }

    void template(Template template) {
        templates.put(template.name(), template);
    }

    void binding(Binding binding) {
        bindings.add(binding);
    }

    void madeScript(String name) {
        madeScripts.add(new Tombstones.Named(name, JOURNAL));
    }

    void madeTemplate(String name) {
        madeTemplates.add(new Tombstones.Named(name, JOURNAL));
    }

    void madeBinding(Tombstones.Unbound unbound) {
        madeBindings.add(unbound);
    }

    void remark(String clause) {
        remarks.add(clause);
    }

    void refuse(String clause) {
        refusals.add(clause);
    }

    List<String> remarks() {
        return remarks;
    }

    /** Why this cannot be had; none if it can. */
    List<String> refusals() {
        Set<String> made = new HashSet<>();
        madeScripts.forEach(each -> made.add("script " + each.name()));
        madeTemplates.forEach(each -> made.add("template " + each.name()));
        Stream<String> twice = Stream.concat(
                        scripts.keySet().stream().map(name -> "script " + name),
                        templates.keySet().stream().map(name -> "template " + name))
                .filter(made::contains)
                .map(subject ->
                        subject + ": that run took the name from one and gave it to another, whose id is not known;"
                                + " rename that one on the server first");
        return Stream.concat(refusals.stream(), twice).toList();
    }

    Declarations declarations() {
        return new Declarations(
                List.copyOf(scripts.values()),
                List.of(),
                bindings,
                List.copyOf(templates.values()),
                new Tombstones(madeScripts, madeTemplates, madeBindings),
                Set.of());
    }
}
