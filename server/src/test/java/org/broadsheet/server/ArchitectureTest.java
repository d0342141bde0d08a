package org.broadsheet.server;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.server.trial.Checkout;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// Holds ARCHITECTURE.md true.
class ArchitectureTest {
    private static final String SERVER = "org.broadsheet.server..";
    private static final String[] BACKENDS = {
        "org.broadsheet.storage.jdbc..",
        "org.broadsheet.search.lucene..",
        "org.broadsheet.embedding.onnx.."
    };

    private static final String LAB = "org.broadsheet.lab..";

    private static final DescribedPredicate<JavaClass> CORE =
            resideInAPackage("org.broadsheet..")
                    .and(not(resideInAPackage(SERVER)))
                    .and(not(resideInAPackage(LAB)))
                    .and(not(resideInAPackage("org.broadsheet.contract..")))
                    .and(not(resideInAnyPackage(BACKENDS)))
                    .as("core");

    private static final JavaClasses BROADSHEET =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("org.broadsheet");

    @Test
    void coreKnowsTheJdkAndJspecifyOnly() {
        DescribedPredicate<JavaClass> jdk =
                resideInAnyPackage(
                        "java.io..",
                        "java.lang..",
                        "java.nio.charset..",
                        "java.security..",
                        "java.text..",
                        "java.time..",
                        "java.util..");
        classes()
                .that(CORE)
                .should()
                .onlyDependOnClassesThat(
                        CORE.or(jdk)
                                .or(type(IOException.class))
                                .or(type(URI.class))
                                .or(resideInAPackage("org.jspecify.annotations..")))
                .because("it names no framework, database, index, HTTP or JSON type")
                .check(BROADSHEET);
    }

    @Test
    void aBackendKnowsCoreAndNoOtherBackend() {
        for (String backend : BACKENDS) {
            noClasses()
                    .that()
                    .resideInAPackage(backend)
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(SERVER, "org.broadsheet.contract..")
                                    .or(
                                            resideInAnyPackage(BACKENDS)
                                                    .and(not(resideInAPackage(backend)))))
                    .check(BROADSHEET);
        }
    }

    @Test
    void theLabKnowsCoreAndJsonOnly() {
        classes()
                .that()
                .resideInAPackage(LAB)
                .should()
                .onlyDependOnClassesThat(
                        CORE.or(
                                resideInAnyPackage(
                                        LAB,
                                        "java..",
                                        "javax.imageio..",
                                        "org.jspecify.annotations..",
                                        "com.fasterxml.jackson.annotation..",
                                        "tools.jackson..")))
                .check(BROADSHEET);
    }

    @Test
    void theServerLoadsNoReproductionAndNoMethod() {
        noClasses()
                .should()
                .resideInAnyPackage("org.broadsheet.reproductions..", "org.broadsheet.methods..")
                .because("they run in processes of their own, from a folder of their own")
                .check(BROADSHEET);
    }

    @Test
    void nothingOutsideTheServerKnowsTheServer() {
        noClasses()
                .that()
                .resideOutsideOfPackage(SERVER)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(SERVER)
                .check(BROADSHEET);
    }

    @Test
    void onlyTheServerKnowsSpring() {
        noClasses()
                .that()
                .resideOutsideOfPackage(SERVER)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "jakarta..")
                .check(BROADSHEET);
    }

    @Test
    void whatWorksWithoutServeKnowsNoSpring() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.broadsheet.server.sources..",
                        "org.broadsheet.server.harvest..",
                        "org.broadsheet.server.house..",
                        "org.broadsheet.server.web.page..",
                        "org.broadsheet.server.text..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "jakarta.servlet..")
                .check(BROADSHEET);
    }

    @Test
    void onlyServeStartsSpring() {
        noClasses()
                .that()
                .resideInAPackage("org.broadsheet.server.cli..")
                .and()
                .doNotHaveSimpleName("Server")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .check(BROADSHEET);
    }

    @Test
    void theCommandLineKnowsNoPagesAndNoApi() {
        noClasses()
                .that()
                .resideInAPackage("org.broadsheet.server.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.broadsheet.server.web..", "org.broadsheet.server.api..")
                .check(BROADSHEET);
    }

    @Test
    void onlyMainKnowsTheCommandLine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.broadsheet.server.cli..")
                .and()
                .doNotHaveFullyQualifiedName(Main.class.getName())
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.broadsheet.server.cli..")
                .check(BROADSHEET);
    }

    @Test
    void packagesUseEachOtherOneWay() {
        SlicesRuleDefinition.slices()
                .assignedFrom(new Packages())
                .should()
                .beFreeOfCycles()
                .check(BROADSHEET);
    }

    @Test
    void everyPackageSaysItsRoleAndIsNullMarked() {
        Set<String> silent =
                BROADSHEET.stream()
                        .map(JavaClass::getPackage)
                        .filter(found -> !found.getName().contains(".server.templates"))
                        .filter(found -> !isNullMarked(found))
                        .map(JavaPackage::getName)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(silent).isEmpty();
    }

    @Test
    void noNameIsAFiller() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Service)")
                .check(BROADSHEET);
    }

    @Test
    void theTreeNamesTheModules() throws IOException {
        Pattern module = Pattern.compile("<module>([a-z-]+)</module>");
        Set<String> built = all(module, Checkout.read("pom.xml"));
        Set<String> drawn = all(Pattern.compile("(?m)^([a-z-]+)/ "), tree());
        drawn.addAll(all(Pattern.compile("(?m)^([a-z-]+)/$"), tree()));
        drawn.remove("docs");
        assertThat(drawn).isEqualTo(built);
    }

    @Test
    void theTreeNamesThePackagesOfCoreAndServer() throws IOException {
        assertThat(drawnUnder("core")).isEqualTo(packages("core", "org/broadsheet"));
        assertThat(drawnUnder("server")).isEqualTo(packages("server", "org/broadsheet/server"));
    }

    @Test
    void whatThePageSaysToChangeIsThere() throws IOException {
        Pattern place = Pattern.compile("`((?:core|server)/[A-Za-z/]+)`");
        List<String> missing =
                all(place, Checkout.read("ARCHITECTURE.md")).stream()
                        .filter(named -> !isThere(named))
                        .toList();
        assertThat(missing).isEmpty();
    }

    private static boolean isNullMarked(JavaPackage found) {
        return found.tryGetPackageInfo()
                .filter(info -> info.isAnnotatedWith(NullMarked.class))
                .isPresent();
    }

    private static String tree() throws IOException {
        return Checkout.read("ARCHITECTURE.md").split("```", 3)[1];
    }

    /// The packages drawn under a module: the names with a slash on the indented lines that follow.
    private static Set<String> drawnUnder(String module) throws IOException {
        String below = tree().replaceFirst("(?s).*?\n" + module + "/", "");
        String lines = below.replaceFirst("(?s)\n[a-z].*", "\n");
        Set<String> drawn = all(Pattern.compile("(?<=  )([a-z]+)/(?= )"), lines);
        assertThat(drawn).as("packages drawn under " + module).isNotEmpty();
        return drawn;
    }

    private static Set<String> packages(String module, String folder) throws IOException {
        Path sources = Checkout.root().resolve(module).resolve("src/main/java").resolve(folder);
        try (Stream<Path> below = Files.list(sources)) {
            return below.filter(Files::isDirectory)
                    .map(one -> one.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /// @param named as in `core/edition/RankedEditions` or `server/src/main/jte`
    private static boolean isThere(String named) {
        Path root = Checkout.root();
        String inside = named.replaceFirst("/", "/src/main/java/org/broadsheet/");
        String inServer = inside.replace("org/broadsheet/", "org/broadsheet/server/");
        return Stream.of(named, inside, inside + ".java", inServer, inServer + ".java")
                .anyMatch(path -> Files.exists(root.resolve(path)));
    }

    private static Set<String> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Each package by itself, those inside it apart.
    private static final class Packages implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass one) {
            return SliceIdentifier.of(one.getPackageName());
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }
}
