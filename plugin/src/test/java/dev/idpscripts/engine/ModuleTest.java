package dev.idpscripts.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The compiled module and the Rust sources beside it belong together. */
class ModuleTest {

    private static final Path SOURCE = Path.of("src/main/rust");
    private static final Path MODULE = Path.of("src/main/wasm/engine.wasm");

    @Test
    void moduleIsOfThisSource() throws Exception {
        StringBuilder sums = new StringBuilder();
        for (String file : sources()) {
            sums.append(sha256(Files.readAllBytes(SOURCE.resolve(file))))
                    .append("  ./")
                    .append(file)
                    .append('\n');
        }
        assertEquals(
                Files.readString(SOURCE.resolveSibling("wasm/engine.source.sha256"))
                        .strip(),
                sha256(sums.toString().getBytes(StandardCharsets.UTF_8)),
                "The Rust sources changed: run src/main/rust/build.sh and commit src/main/wasm with them.");
    }

    /** What sum.sh sums up, in its order. */
    private static List<String> sources() throws IOException {
        Pattern counts = Pattern.compile("(.*/)?([^/]*\\.rs|Cargo\\.[^/]*|[^/]*\\.patch|build\\.sh)");
        try (Stream<Path> files = Files.walk(SOURCE)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> SOURCE.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> counts.matcher(file).matches())
                    .filter(file -> !file.startsWith("examples/") && !file.startsWith("target/"))
                    .sorted(Comparator.naturalOrder())
                    .toList();
        }
    }

    @Test
    void namesEveryCrateInsideAndItsLicence() throws IOException {
        String thirdParty = Files.readString(Path.of("../THIRD-PARTY.md"));
        Pattern name = Pattern.compile("^name = \"(.*)\"\nversion = \"(.*)\"$", Pattern.MULTILINE);
        List<String> inside = List.of(
                "rhai",
                "rhai_codegen",
                "serde",
                "serde_json",
                "serde_path_to_error",
                "serde_urlencoded",
                "uuid",
                "mime",
                "smartstring",
                "ahash",
                "num-traits");
        String lock = Files.readString(SOURCE.resolve("Cargo.lock"));
        for (String crate : inside) {
            String version = name.matcher(lock)
                    .results()
                    .filter(r -> r.group(1).equals(crate))
                    .map(r -> r.group(2))
                    .findFirst()
                    .orElseThrow();
            assertTrue(thirdParty.contains("| " + crate + " | " + version + " |"), crate + " " + version);
        }
    }

    @Test
    void holdsNoPathOfTheMachineThatBuiltIt() throws IOException {
        String text = Files.readString(MODULE, StandardCharsets.ISO_8859_1);
        for (String part : List.of("/root/", "/home/", "/work/", "/tmp/")) {
            assertEquals(-1, text.indexOf(part), part);
        }
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
