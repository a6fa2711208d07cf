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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whatever happened to files, commits and server: what a plan says of a difference is true (specs/three-way.md). History n is made from the
 * number n, so that a build plays the same ones each time; {@code -Dlaws.first=1001 -Dlaws.histories=5000} plays others.
 */
@Tag("proof")
class AttributionLawTest {

    private static final int FIRST = Integer.getInteger("laws.first", 1);
    private static final int HISTORIES = Integer.getInteger("laws.histories", 1_000);

    /** So many share a server: one whose people log in takes longer to start than a history takes. */
    private static final int TOGETHER = 50;

    @Test
    void whatAPlanSaysOfADifferenceIsTrue() throws IOException {
        for (int first = FIRST; first < FIRST + HISTORIES; first += TOGETHER) {
            try (Sandbox sandbox = Sandbox.start(
                    new SandboxOptions(0, Optional.empty(), "token", Environment.SYSTEM_TENANT, List.of("LDAP")))) {
                Server colleague = Client.colleague(sandbox).server();
                for (int n = first; n < Math.min(first + TOGETHER, FIRST + HISTORIES); n++) {
                    history(n, new Client(sandbox, false), colleague);
                }
            }
        }
    }

    private static void history(int number, Client us, Server colleague) throws IOException {
        Random random = new Random(number);
        Path folder = Files.createTempDirectory(Path.of("target"), "laws").toRealPath();
        HistoryWorld world = new HistoryWorld(folder, us, colleague);
        List<String> steps = new ArrayList<>();
        for (int n = 2 + random.nextInt(9); n > 0; n--) {
            steps.add(step(world, random));
        }
        if (world.isLostSight()) {
            assertTrue(world.isMadeAnew(), () -> "history " + number + ": " + steps + "\n" + world);
            world.end();
            return;
        }
        Map<Value, Cause> planned = world.planned();
        assertEquals(world.different(), planned.keySet(), () -> "history " + number + ": " + steps + "\n" + world);
        planned.forEach((value, cause) -> assertTrue(
                world.truth(value).contains(cause),
                () -> "history " + number + ": " + value + " is called " + cause + ", and is one of "
                        + world.truth(value) + ": " + steps + "\n" + world));
        world.end();
    }

    private static String step(HistoryWorld world, Random random) {
        Value value = List.of(Value.values()).get(random.nextInt(Value.values().length));
        int which = random.nextInt(1_000);
        switch (random.nextInt(16)) {
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
            case 12, 13 -> {
                world.pull();
                return "pull";
            }
            case 14 -> {
                world.rollback(which);
                return "rollback " + which;
            }
            default -> {
                world.switched();
                return "switched";
            }
        }
        return value + " " + which;
    }
}
