package dev.idpscripts.report.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlanMetadata;
import dev.idpscripts.model.plan.PlanOptions;
import dev.idpscripts.model.plan.SavedPlan;
import dev.idpscripts.model.plan.Target;
import dev.idpscripts.plan.Planner;
import dev.idpscripts.report.style.Style;
import dev.idpscripts.report.style.Verbosity;
import dev.idpscripts.report.text.FindingsText;
import dev.idpscripts.report.text.PlanText;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import dev.idpscripts.testing.RandomFiles;
import dev.idpscripts.testing.Schemas;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/** A plan survives its file, and nothing else does. */
@Tag("proof")
class SavedPlanTest {

    private static final PlanMetadata MADE =
            new PlanMetadata(Instant.parse("2026-11-25T10:11:12Z"), "1f2e3d4", "", "a subject", "0.1.0");
    private static final PlanOptions PRUNE = new PlanOptions(
            new Target("test", "https://idp.example.com", FakeServer.TENANT), FakeServer.REPOSITORY, true);

    private static final JsonSchema SCHEMA = Schemas.of("plan");

    private static FakeServer server() {
        return new FakeServer().connector("LDAP").connector("HR");
    }

    /** From one random repository to another, so that every kind of change occurs. */
    private static Plan plan(long seed) {
        RandomFiles random = new RandomFiles(seed);
        FakeServer server = server();
        Declarations a = random.some(new Desired().declare());
        server.apply(Planner.plan(a, server.inventory(), PRUNE));
        return Planner.plan(random.some(a), server.inventory(), PRUNE);
    }

    private static String text(Plan plan) {
        FindingsText places = new FindingsText(new Style(false), origin -> Optional.empty());
        return String.join("\n", new PlanText(new Style(false), places, Verbosity.VERBOSE, true, 0).render(plan));
    }

    @Property(tries = 1000)
    void whatIsReadRendersAsWhatWasWritten(@ForAll long seed) {
        Plan plan = plan(seed);
        String file = PlanJson.render(plan, MADE);
        assertEquals(Set.of(), SCHEMA.validate(file, InputFormat.JSON));
        SavedPlan read = PlanReader.read(file, "plan.json");
        assertEquals(file, PlanJson.render(read.plan(), read.made()));
        assertEquals(text(plan), text(read.plan()));
    }

    @Property(tries = 300)
    void theHashDoesNotDependOnOrderTimeCommitOrVersion(@ForAll long seed) {
        RandomFiles random = new RandomFiles(seed);
        FakeServer server = server();
        Declarations a = random.some(new Desired().declare());
        server.apply(Planner.plan(a, server.inventory(), PRUNE));
        Declarations b = random.some(a);
        Plan one = Planner.plan(b, server.inventory(), PRUNE);
        Plan other = Planner.plan(random.shuffled(b), server.shuffled(new Random(seed)), PRUNE);
        assertEquals(PlanJson.render(one, MADE), PlanJson.render(other, MADE));
        PlanMetadata later = new PlanMetadata(MADE.at().plusSeconds(1), "none", "", "", "0.2.0");
        assertEquals(hash(PlanJson.render(one, MADE)), hash(PlanJson.render(one, later)));
    }

    private static String hash(String file) {
        return PlanReader.read(file, "plan.json").hash();
    }

    private static void refused(String file, String message) {
        UserError e = assertThrows(UserError.class, () -> PlanReader.read(file, "p.json"));
        assertEquals(ErrorCode.PLAN_UNUSABLE, e.code());
        assertTrue(e.getMessage().startsWith(message), e.getMessage());
    }

    @Example
    void whatIsNoPlanIsRefused() {
        for (String no : List.of("", "{", "[]", "3", "{}", "{\"changes\": []}", "{\"formatVersion\": \"1.0\"} x")) {
            refused(no, "p.json is no plan");
        }
    }

    @Example
    void anEditIsFound() {
        String file = PlanJson.render(plan(1), MADE);
        refused(file.replace("LDAP", "LDAPS"), "p.json is not as it was written");
        refused(file.replaceFirst("\"hash\" : \"[0-9a-f]+\"", "\"hash\" : \"\""), "p.json is not as it was written");
        // What does not change its meaning may change.
        assertEquals(hash(file), hash(file.replace("\n", "\r\n").replace(" : ", ":")));
        assertEquals(hash(file), hash(file.replace("a subject", "another")));
    }

    @Example
    void aLaterFormatIsRefused() {
        refused(
                PlanJson.render(plan(1), MADE).replace("\"formatVersion\" : \"1.1\"", "\"formatVersion\" : \"2.0\""),
                "p.json has the format 2.0, this version reads 1.1");
    }
}
