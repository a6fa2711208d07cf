package dev.idpscripts.sandbox.faults;

import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads a file of faults: a YAML list of {@code operation}, {@code call}, {@code times} or {@code oneIn}, and {@code fault}. */
public final class FaultFile {

    private static final Set<String> KEYS = Set.of("operation", "call", "times", "oneIn", "fault");

    private FaultFile() {}

    /**
     * Reads it.
     *
     * @param operations what can be named, such as {@code GET /governance/scripts}
     * @throws UserError if it cannot be read, or says something that is not known
     */
    public static Faults read(Path file, Set<String> operations) {
        try {
            Object root = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
            if (!(root instanceof List<?> entries)) {
                throw wrong(file, "it must be a list", "");
            }
            List<Fault> faults = new ArrayList<>();
            for (Object entry : entries) {
                faults.add(fault(file, faults.size() + 1, entry, operations));
            }
            return new Faults(faults);
        } catch (IOException e) {
            throw wrong(file, "it cannot be read: " + e, "");
        } catch (YAMLException e) {
            throw wrong(file, "it is not valid YAML: " + e.getMessage(), "");
        }
    }

    private static Fault fault(Path file, int number, Object entry, Set<String> operations) {
        String where = "entry " + number + ": ";
        Map<?, ?> map = keys(file, where, entry);
        String operation = operation(file, where, map, operations);
        FaultKind kind = kind(file, where, map);
        if (!map.containsKey("oneIn")) {
            return new Fault(operation, number(file, where, map, "call"), number(file, where, map, "times"), kind);
        }
        if (map.containsKey("call") || map.containsKey("times")) {
            throw wrong(file, where + "oneIn strikes at random, so it goes without call and times", "");
        }
        return Fault.random(operation, number(file, where, map, "oneIn"), kind);
    }

    private static Map<?, ?> keys(Path file, String where, Object entry) {
        if (!(entry instanceof Map<?, ?> map)) {
            throw wrong(
                    file,
                    where + "it must have the keys operation and fault, such as"
                            + " {operation: \"POST /governance/scripts\", fault: reset-after}",
                    "");
        }
        for (Object key : map.keySet()) {
            if (!KEYS.contains(String.valueOf(key))) {
                throw wrong(file, where + "unknown key " + key, "Known are operation, call, times, oneIn and fault.");
            }
        }
        return map;
    }

    private static String operation(Path file, String where, Map<?, ?> map, Set<String> operations) {
        String operation = String.valueOf(map.get("operation"));
        if (operations.contains(operation) || operation.matches("\\*|(GET|POST|PUT|DELETE|WRITE) \\*")) {
            return operation;
        }
        throw wrong(
                file,
                where + "there is no operation \"" + operation + "\"",
                "Known are *, GET *, WRITE * and "
                        + operations.stream().sorted().collect(Collectors.joining(", ")));
    }

    private static FaultKind kind(Path file, String where, Map<?, ?> map) {
        String kind = String.valueOf(map.get("fault"));
        return FaultKind.of(kind)
                .orElseThrow(() -> wrong(
                        file,
                        where + "there is no fault \"" + kind + "\"",
                        "Known are "
                                + Arrays.stream(FaultKind.values())
                                        .map(FaultKind::text)
                                        .collect(Collectors.joining(", "))));
    }

    private static int number(Path file, String where, Map<?, ?> map, String key) {
        Object value = map.containsKey(key) ? map.get(key) : 1;
        if (value instanceof Integer n && n > 0) {
            return n;
        }
        throw wrong(file, where + key + " must be a number from 1", "");
    }

    private static UserError wrong(Path file, String what, String next) {
        return new UserError(
                ErrorCode.PARAMETER_INVALID, "faults for the embedded server, " + file + ": " + what, next);
    }
}
