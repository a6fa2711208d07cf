package dev.idpscripts.command.find;

import dev.idpscripts.model.ObjectName;
import dev.idpscripts.model.Suggestion;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.model.stored.StoredTemplate;
import dev.idpscripts.server.Server;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The templates that a server has.
 *
 * @param inFiles the names of those that the files have, which could have been meant too
 */
public record ServerTemplates(Server server, List<String> inFiles) {

    /**
     * The one with this name.
     *
     * @throws UserError if there is none
     */
    public StoredTemplate named(String name) {
        List<StoredTemplate> all = server.templates().all();
        return ObjectName.find(name, all, StoredTemplate::name).orElseThrow(() -> missing(name, all));
    }

    private UserError missing(String name, List<StoredTemplate> all) {
        if (inFiles.contains(name)) {
            return new UserError(
                    ErrorCode.PARAMETER_INVALID,
                    "template " + name + " is in the files, but not on the server",
                    "Apply it first, or leave out -Didp-scripts.onServer to make the script in the files.");
        }
        return new UserError(
                ErrorCode.PARAMETER_INVALID,
                "there is no template \"" + name + "\", neither in the files nor on the server"
                        + Suggestion.didYouMean(
                                name,
                                Stream.concat(inFiles.stream(), all.stream().map(StoredTemplate::name))
                                        .collect(Collectors.toSet())),
                "Was it deleted? -Didp-scripts.template takes a template's name, or its slug in templates/.");
    }
}
