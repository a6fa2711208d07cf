package dev.idpscripts.workspace;

import dev.idpscripts.model.ObjectName;
import dev.idpscripts.workspace.file.Problems;
import dev.idpscripts.workspace.yaml.Located;
import dev.idpscripts.workspace.yaml.YamlObject;
import dev.idpscripts.workspace.yaml.YamlValue;
import java.util.Optional;

/** The keys that scripts and templates share. */
record Metadata(String name, Optional<String> renamedFrom, Optional<String> description) {

    static Metadata read(BodyFiles.Pair pair, Problems problems) {
        YamlObject object = pair.metadata();
        Located<String> slug = new Located<>(pair.slug(), pair.origin());
        Located<String> given = object.get("name").flatMap(YamlValue::text).orElse(slug);
        String name = ServerConstraints.name(given, problems).orElse(pair.slug());
        Optional<Located<String>> from = object.get("renamedFrom").flatMap(YamlValue::text);
        from.filter(old -> ObjectName.isSame(old.value(), name))
                .ifPresent(old -> problems.add(
                        old.origin(), "\"renamedFrom\" is the name it has now; give the old one, or remove the line"));
        Optional<String> description = object.get("description")
                .flatMap(YamlValue::text)
                .flatMap(text -> ServerConstraints.storable(text, problems));
        if (object.flag("removed")) {
            problems.add(
                    object.origin(),
                    "says that it is removed, but " + pair.source().file() + " is still here; delete one of them");
        }
        return new Metadata(name, from.flatMap(old -> ServerConstraints.name(old, problems)), description);
    }
}
