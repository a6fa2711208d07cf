package dev.idpscripts.plan;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static dev.idpscripts.model.TemplateCategory.CUSTOM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.idpscripts.model.Hook;
import dev.idpscripts.model.HookPhase;
import dev.idpscripts.model.Operation;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import dev.idpscripts.testing.Told;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A name that differs from the server's only in its Unicode form is the same name, wherever files write it. */
class ServerSpellingTest {

    private static final Hook HOOK = new Hook(HookPhase.BEFORE, Operation.CREATE);

    /** As one character, and as u with two dots. */
    private static final String USUAL = "\u00fc";

    private static final String APART = "u\u0308";

    private static FakeServer server() {
        return new FakeServer()
                .connector(APART + " LDAP")
                .script(APART + " script", ACTIVE, "1")
                .bind(APART + " LDAP", HOOK, 10, APART + " script")
                .template(APART + " template", null, CUSTOM, "1", null);
    }

    @Test
    void nothingChangesForAnotherFormOfTheSameNames() {
        Desired files = new Desired()
                .script(USUAL + " script", ACTIVE, "1")
                .bind(USUAL + " LDAP", HOOK, 10, USUAL + " script")
                .template(USUAL + " template", null, null, CUSTOM, "1", null);
        assertEquals(List.of(), Told.why(server().plan(files, true).planned()));
        assertEquals(List.of(), server().plan(files, true).problems());
    }

    @Test
    void whatIsToGoIsFoundInAnotherForm() {
        Desired files = new Desired()
                .script("other", ACTIVE, "1")
                .connector(USUAL + " LDAP")
                .removed(USUAL + " script")
                .removedTemplate(USUAL + " template")
                .unbound(USUAL + " LDAP", HOOK, USUAL + " script");
        FakeServer server = server().script("other", ACTIVE, "1");
        assertEquals(
                List.of(
                        "unbind binding " + APART + " LDAP, before create, order 10: the file says that it is removed",
                        "delete script " + APART + " script: the files say that it is removed",
                        "delete template " + APART + " template: the files say that it is removed"),
                Told.why(server.plan(files, false).planned()));
    }

    @Test
    void aFormerNameIsFoundInAnotherForm() {
        Desired files = new Desired()
                .script("new script", USUAL + " script", null, ACTIVE, "1")
                .template("new template", USUAL + " template", null, CUSTOM, "1", null);
        assertEquals(
                List.of(
                        "rename script new script: the server has it as \"" + APART + " script\"",
                        "rename template new template: the server has it as \"" + APART + " template\""),
                Told.why(server().plan(files, false).planned()));
    }

    /** The server tells them apart, so these are two. */
    @Test
    void whatTheServerHasInBothFormsIsTwoThings() {
        FakeServer both = new FakeServer().script(APART, ACTIVE, "1").script(USUAL, ACTIVE, "2");
        assertEquals(
                List.of("update script " + USUAL + ": the file differs from version 2"),
                Told.why(both.plan(new Desired().script(USUAL, ACTIVE, "1"), false)
                        .planned()));
    }

    @Test
    void eachKindOfNameIsEnoughToLookForOthers() {
        Declarations files = new Desired()
                .script(USUAL, ACTIVE, "1")
                .connector(USUAL)
                .template(USUAL, null, null, CUSTOM, "1", null)
                .declare();
        Declarations script = ServerSpelling.of(
                files, new FakeServer().script(APART, ACTIVE, "1").inventory());
        assertEquals(APART, script.scripts().get(0).name());
        Declarations template = ServerSpelling.of(
                files, new FakeServer().template(APART, null, CUSTOM, "1", null).inventory());
        assertEquals(APART, template.templates().get(0).name());
        Declarations connector =
                ServerSpelling.of(files, new FakeServer().connector(APART).inventory());
        assertEquals(APART, connector.connectors().get(0).name());
        assertEquals(USUAL, connector.connectors().get(0).inFiles());
        assertSame(
                files,
                ServerSpelling.of(files, new FakeServer().connector(USUAL).inventory()));
    }
}
