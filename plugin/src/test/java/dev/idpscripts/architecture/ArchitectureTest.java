package dev.idpscripts.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    static final ArchRule dependenciesPointDown = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("dev.idpscripts..")
            .withOptionalLayers(true)
            .layer("mojo")
            .definedBy("dev.idpscripts.mojo..")
            .layer("apply")
            .definedBy("dev.idpscripts.apply..")
            .layer("report")
            .definedBy("dev.idpscripts.report..")
            .layer("view")
            .definedBy("dev.idpscripts.view..")
            .layer("plan")
            .definedBy("dev.idpscripts.plan..")
            .layer("workspace")
            .definedBy("dev.idpscripts.workspace..")
            .layer("server")
            .definedBy("dev.idpscripts.server..")
            .layer("sandbox")
            .definedBy("dev.idpscripts.sandbox..")
            .layer("check")
            .definedBy("dev.idpscripts.check..")
            .layer("engine")
            .definedBy("dev.idpscripts.engine..")
            .layer("model")
            .definedBy("dev.idpscripts.model..")
            .whereLayer("mojo")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("apply")
            .mayOnlyBeAccessedByLayers("mojo")
            .whereLayer("report")
            .mayOnlyBeAccessedByLayers("mojo")
            .whereLayer("view")
            .mayOnlyBeAccessedByLayers("mojo", "report")
            .whereLayer("plan")
            .mayOnlyBeAccessedByLayers("mojo", "apply", "report")
            .whereLayer("check")
            .mayOnlyBeAccessedByLayers("mojo", "apply", "report")
            .whereLayer("workspace")
            .mayOnlyBeAccessedByLayers("mojo", "apply", "report", "plan", "check")
            .whereLayer("server")
            .mayOnlyBeAccessedByLayers("mojo", "apply", "report", "plan", "check")
            .whereLayer("engine")
            .mayOnlyBeAccessedByLayers("mojo", "apply", "report", "plan", "check", "sandbox")
            .whereLayer("sandbox")
            .mayOnlyBeAccessedByLayers("mojo");

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("dev.idpscripts.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noCyclesInTheModel =
            slices().matching("dev.idpscripts.model.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noCyclesInTheSandbox =
            slices().matching("dev.idpscripts.sandbox.(*)..").should().beFreeOfCycles();

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
