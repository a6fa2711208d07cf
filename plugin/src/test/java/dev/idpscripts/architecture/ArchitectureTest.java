package dev.idpscripts.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.plugins.annotations.Parameter;
import org.junit.jupiter.api.Test;

/** The shape told in specs/architecture.md. */
@AnalyzeClasses(
        packages = "dev.idpscripts",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.Written.class})
class ArchitectureTest {

    /** Leaves out the engine's compiled module: megabytes of methods that say nothing about the shape. */
    static final class Written implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/engine/wasm/");
        }
    }

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("dev.idpscripts.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noCyclesBetweenRooms =
            slices().assignedFrom(Rooms.SLICES).should().beFreeOfCycles();

    /** The table of rooms says all that each knows, and no more. */
    @ArchTest
    static void eachRoomKnowsWhatItsRowSays(JavaClasses classes) throws IOException {
        Map<String, Set<String>> told = Rooms.inTheDocument();
        Map<String, Set<String>> known = Rooms.inTheCode(classes);
        assertEquals(told.keySet(), known.keySet());
        known.forEach((room, rooms) -> assertEquals(told.get(room), rooms, room));
    }

    @ArchTest
    static final ArchRule onlyMojoKnowsMaven = noClasses()
            .that()
            .resideOutsideOfPackage("dev.idpscripts.mojo..")
            .and()
            .doNotHaveFullyQualifiedName("dev.idpscripts.idp_scripts_maven_plugin.HelpMojo")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.maven..", "org.eclipse.aether..", "javax.inject..");

    @ArchTest
    static final ArchRule onlyTheEngineKnowsWebAssembly = noClasses()
            .that()
            .resideOutsideOfPackage("dev.idpscripts.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("run.endive..", "dev.idpscripts.engine.wasm..");

    @ArchTest
    static final ArchRule modelIsPlainJava = classes()
            .that()
            .resideInAPackage("dev.idpscripts.model..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "dev.idpscripts.model..");

    @ArchTest
    static final ArchRule planningIsPure = noClasses()
            .that()
            .resideInAPackage("dev.idpscripts.plan..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.io..",
                    "java.nio.file..",
                    "java.net..",
                    "java.time..",
                    "java.util.concurrent..",
                    "dev.idpscripts.server..");

    @ArchTest
    static final ArchRule noStaticsThatHoldState =
            fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule secretsAreNoParameters = fields().that()
            .areAnnotatedWith(Parameter.class)
            .should()
            .haveNameNotMatching("(?i).*(token|password|secret|credential).*");

    @Test
    void everyPackageSaysWhatLivesThere() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/dev/idpscripts"))) {
            files.filter(Files::isDirectory)
                    .skip(1)
                    .forEach(
                            folder -> assertTrue(Files.exists(folder.resolve("package-info.java")), folder.toString()));
        }
    }
}
