package dev.idpscripts.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.command.HistoryWorld.Value;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.plan.Attribution.Cause;
import dev.idpscripts.sandbox.Sandbox;
import dev.idpscripts.sandbox.SandboxOptions;
import dev.idpscripts.server.Server;
import dev.idpscripts.testing.Client;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

/** Whatever happened to files, commits and server: what a plan says of a difference is true (specs/three-way.md). */
@Tag("proof")
class AttributionLawTest {

    /** One server for all of them: a server whose people log in takes longer to start than a history takes. */
    private static final int HISTORIES = 50;

    @Property(tries = 4, shrinking = ShrinkingMode.OFF)
    void whatAPlanSaysOfADifferenceIsTrue(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        try (Sandbox sandbox = Sandbox.start(
                new SandboxOptions(0, Optional.empty(), "token", Environment.SYSTEM_TENANT, List.of("LDAP")))) {
            Server colleague = Client.colleague(sandbox).server();
            for (int n = 0; n < HISTORIES; n++) {
                history(new Client(sandbox, false), colleague, random);
            }
        }
    }

    private static void history(Client us, Server colleague, Random random) throws IOException {
        Path folder = Files.createTempDirectory(Path.of("target"), "laws").toRealPath();
        HistoryWorld world = new HistoryWorld(folder, us, colleague);
        List<String> steps = new ArrayList<>();
        for (int n = 2 + random.nextInt(9); n > 0; n--) {
            steps.add(step(world, random));
        }
        Map<Value, Cause> planned = world.planned();
        assertEquals(world.different(), planned.keySet(), () -> steps + "\n" + world);
        planned.forEach((value, cause) -> assertTrue(
                world.truth(value).contains(cause),
                () -> value + " is called " + cause + ", and is one of " + world.truth(value) + ": " + steps + "\n"
                        + world));
        world.end();
    }

    private static String step(HistoryWorld world, Random random) {
        Value value = List.of(Value.values()).get(random.nextInt(Value.values().length));
        int which = random.nextInt(1_000);
        switch (random.nextInt(13)) {
            case 0, 1 -> world.edit(value);
            case 2 -> world.restore(value, which);
            case 3, 4 -> world.commit();
            case 5 -> world.branch(which);
            case 6 -> world.merge(which);
            case 7, 8 -> world.apply();
            case 9 -> world.somebody(value);
            case 10 -> world.somebodyPutsBack(value, which);
            case 11 -> {
                world.move(which);
                return "move " + which;
            }
            default -> {
                world.switched();
                return "switched";
            }
        }
        return value + " " + which;
    }
}
