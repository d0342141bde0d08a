package org.broadsheet.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.server.config.Key;
import org.broadsheet.server.trial.Checkout;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/// Holds the pages for people to what the program has. The commands are in `UsageTest`.
class DocsTest {
    /// Where the server itself sends what failed, and what no route of the API takes.
    private static final Set<String> NOT_FOR_READERS = Set.of("/error", "/api", "/api/**");

    @Test
    void everySettingIsDocumentedWithItsVariableAndDefault() throws IOException {
        String page = Checkout.read("docs/configuration.md");
        for (Key key : Key.values()) {
            String standard = key.standard().isEmpty() ? "none" : '`' + key.standard() + '`';
            assertThat(page)
                    .contains(
                            "| `%s` | `%s` | %s |"
                                    .formatted(key.dotted(), key.variable(), standard));
        }
    }

    @Test
    void noSettingIsDocumentedThatThereIsNot() throws IOException {
        Set<String> documented =
                Pattern.compile("(?m)^\\| `([a-z.-]+)` \\| `BROADSHEET_")
                        .matcher(Checkout.read("docs/configuration.md"))
                        .results()
                        .map(row -> row.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(documented)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Key.values()).map(Key::dotted).toList());
    }

    @Test
    void everyRouteIsDocumented() throws IOException {
        String pages = Checkout.read("docs/usage.md") + Checkout.read("docs/api.md");
        Set<String> routes = routes();
        assertThat(routes).contains("/papers", "/api/papers/{id}");
        assertThat(routes.stream().filter(route -> !names(pages, route))).isEmpty();
    }

    @Test
    void theReadmeNamesTheTwoCommands() throws IOException {
        assertThat(Checkout.read("README.md").lines().map(String::strip))
                .contains("./broadsheet serve", "./broadsheet test");
    }

    @Test
    void ciRunsTheSecondOfThem() throws IOException {
        assertThat(Checkout.read(".ci/run")).endsWith("exec ./broadsheet test\n");
    }

    @Test
    void everyLinkBetweenThePagesLeadsToAFile() throws IOException {
        Pattern link = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");
        Set<String> dead = new TreeSet<>();
        for (Path page : pages()) {
            link.matcher(Files.readString(page))
                    .results()
                    .map(found -> found.group(1))
                    .filter(to -> !Files.exists(page.resolveSibling(to)))
                    .forEach(to -> dead.add(page.getFileName() + ": " + to));
        }
        assertThat(dead).isEmpty();
    }

    private static boolean names(String pages, String route) {
        return Pattern.compile("[` ]" + Pattern.quote(route) + "(?![\\w/{-])")
                .matcher(pages)
                .find();
    }

    private static List<Path> pages() throws IOException {
        Path root = Checkout.root();
        try (Stream<Path> above = Files.list(root);
                Stream<Path> docs = Files.walk(root.resolve("docs"))) {
            return Stream.concat(above, docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .toList();
        }
    }

    /// What the controllers take, as the docs write it.
    private static Set<String> routes() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.broadsheet.server")
                        .stream()
                        .filter(one -> one.isMetaAnnotatedWith(Controller.class))
                        .map(JavaClass::reflect)
                        .flatMap(one -> Arrays.stream(one.getDeclaredMethods()))
                        .map(method ->
                                AnnotatedElementUtils.findMergedAnnotation(
                                        method, RequestMapping.class))
                        .filter(Objects::nonNull)
                        .flatMap(mapping -> Arrays.stream(mapping.path()))
                        .filter(route -> !NOT_FOR_READERS.contains(route))
                        .map(route -> route.replaceFirst("/\\*\\*$", "/{id}"))
                        .map(route -> route.replaceFirst("(?<=.)/$", ""))
                        .map(route -> route.replaceAll("\\{\\*\\w+\\}", "{id}"))
                        .collect(Collectors.toCollection(TreeSet::new));
    }
}
