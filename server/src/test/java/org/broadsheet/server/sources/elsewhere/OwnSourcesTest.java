package org.broadsheet.server.sources.elsewhere;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.broadsheet.contract.SourceContract;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.server.trial.Checkout;
import org.broadsheet.source.Place;
import org.broadsheet.source.Reading;
import org.broadsheet.source.Source;
import org.broadsheet.source.Statement;
import org.broadsheet.source.Web;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The example of `docs/sources.md` as its reader would have it: compiled from the page, put into a
/// jar, found in the folder, and held to the contract over HTTP.
class OwnSourcesTest implements SourceContract {
    private static final String LIST =
            """
            id\ttitle\tauthors\tdate
            2606.00001\tIdle walks\tAda One; Emmy Two\t2026-06-01
            doi:10.1000/walk\tMore walks\tAda One\t2026-06-02
            nonsense\tNo id\tNobody\t2026-06-03
            """;

    @TempDir private Path folder = Path.of("");

    private final Service service =
            new Service().with("/papers.tsv", "text/tab-separated-values", LIST);

    @SuppressWarnings("NullAway.Init") // by load
    private OwnSources own;

    @BeforeEach
    void load() throws IOException {
        String page = Checkout.read("docs/sources.md");
        String code = page.split("```java\n", 2)[1].split("```", 2)[0];
        jar("walks.jar", "org.example.walks.WalkList", code);
        own = OwnSources.in(folder, Set.of("acl"));
    }

    @AfterEach
    void stop() {
        own.close();
        service.close();
    }

    /// Compiles the class and puts it and its service file into a jar of the folder.
    private void jar(String jar, String type, String code) throws IOException {
        Path classes = Files.createTempDirectory(folder, "classes");
        Path source = classes.resolve(type.replace('.', '/') + ".java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, code);
        int failed =
                ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "-proc:none",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "-d",
                                classes.toString(),
                                source.toString());
        assertThat(failed).as("javac's exit code").isZero();
        Path services = classes.resolve("META-INF/services/" + Source.class.getName());
        Files.createDirectories(services.getParent());
        Files.writeString(services, type + "\norg.example.walks.Missing\n");
        pack(classes, folder.resolve(jar));
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream packed = new JarOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                packed.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, packed);
                packed.closeEntry();
            }
        }
    }

    @Override
    public Source source() {
        return own.all().getFirst();
    }

    /// The example's own address is that of an invented host.
    @Override
    public Web web() {
        return (address, headers) -> {
            assertThat(address.getHost()).isEqualTo("walks.example");
            URI here = service.base().resolve(address.getPath().substring(1));
            return service.get(here, headers);
        };
    }

    @Override
    public Place place() {
        return Place.from(LocalDate.of(2026, 6, 1), null, List.of());
    }

    @Override
    public Optional<PaperId> known() {
        return Optional.of(PaperId.of("doi:10.1000/walk"));
    }

    @Override
    public Optional<PaperId> unknown() {
        return Optional.of(PaperId.of("2606.09999"));
    }

    @Test
    void theExampleReadsPapersAndSetsBadLinesAside() throws Exception {
        List<Reading> readings = source().read(place(), web()).readings();
        assertThat(readings).hasSize(3).last().isInstanceOf(Reading.SetAside.class);
        Paper paper = ((Statement) readings.getFirst()).paper();
        assertThat(paper.title()).isEqualTo("Idle walks");
        assertThat(paper.authors()).hasSize(2);
    }

    @Test
    void whatCannotBeLoadedIsToldAndStopsNothing() {
        assertThat(own.all()).extracting(Source::name).containsExactly("walks");
        assertThat(own.troubles()).singleElement().asString().contains("org.example.walks.Missing");
    }

    @Test
    void aNameThatIsTakenOrNoneIsTold() {
        try (OwnSources again = OwnSources.in(folder, Set.of("walks"))) {
            assertThat(again.all()).isEmpty();
            assertThat(again.troubles()).anyMatch(it -> it.contains("as another is"));
        }
    }

    @Test
    void withoutAFolderThereAreNone() {
        try (OwnSources none = OwnSources.in(folder.resolve("nowhere"), Set.of())) {
            assertThat(none.all()).isEmpty();
            assertThat(none.troubles()).isEmpty();
        }
    }

    @Test
    void aFileThatIsNoJarStopsNothing() throws IOException {
        Files.writeString(folder.resolve("a-broken.jar"), "not a jar", StandardCharsets.UTF_8);
        try (OwnSources again = OwnSources.in(folder, Set.of())) {
            assertThat(again.all()).extracting(Source::name).containsExactly("walks");
        }
    }
}
