package org.broadsheet.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.broadsheet.server.sources.arxiv.MadeOai;
import org.broadsheet.server.sources.web.PlayedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `harvest` as a user types it, from a played arXiv.
class HarvestTest {
    private static final LocalDate DAY = MadeOai.DAY;

    @TempDir private Path home = Path.of("");

    @Test
    void papersComeInOnceAndCanBeFound() throws Exception {
        String page = MadeOai.page(MadeOai.records(0, 30, DAY), "");
        try (PlayedServer arxiv = new PlayedServer((_, out) -> PlayedServer.send(out, 200, page))) {
            settings(arxiv);

            Child.Ended first = harvest("arxiv", "--set", "cs");
            assertThat(first.exitCode()).isZero();
            assertThat(first.out())
                    .isEqualTo(
                            "arxiv cs: 30 read: 30 new, 0 changed, 0 unchanged. Complete up to %s."
                                    .formatted(DAY));
            assertThat(harvest("arxiv", "--set", "cs", "--json").out())
                    .contains("\"unchanged\":30", "\"complete\":\"" + DAY + "\"");
            Child.Ended found =
                    Child.run(home, "search", "--home", home.toString(), "counting to 17");
            assertThat(found.out()).contains("2511.00017");
            assertThat(arxiv.asked().getFirst().header("User-agent"))
                    .contains("contact papers@example.org");
        }
    }

    @Test
    void recordsSetAsideAreTold() throws Exception {
        String page =
                MadeOai.page(
                        List.of(
                                MadeOai.record(1, DAY),
                                MadeOai.record("2511.00002", DAY, "<abstract>A.</abstract>")),
                        "");
        try (PlayedServer arxiv = new PlayedServer((_, out) -> PlayedServer.send(out, 200, page))) {
            settings(arxiv);
            Child.Ended ended = harvest("arxiv");

            assertThat(ended.exitCode()).isEqualTo(ExitCode.IN_PART);
            assertThat(ended.out()).contains("1 new", "1 set aside");
        }
    }

    @Test
    void anArchiveThatAnswersNonsenseIsTold() throws Exception {
        try (PlayedServer arxiv =
                new PlayedServer((_, out) -> PlayedServer.send(out, 200, "<html>Hi</html>"))) {
            settings(arxiv);
            Child.Ended ended = harvest("arxiv");

            assertThat(ended.exitCode()).isEqualTo(ExitCode.FAILED);
            assertThat(ended.err()).contains("something else than OAI-PMH", "Run it again");
        }
    }

    @Test
    void wrongWordsAreAnsweredWithTheRightOnes() throws Exception {
        assertThat(harvest("arxive").err()).contains("there are arxiv, arxiv-api, arxiv-rss");
        Child.Ended ended =
                Child.run(home, "harvest", "--home", home.toString(), "arxiv", "--since", "soon");
        assertThat(ended.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(ended.err()).contains("--since");
    }

    private void settings(PlayedServer arxiv) throws Exception {
        Files.writeString(
                home.resolve("broadsheet.yaml"),
                "sources:\n  arxiv: %s\n  contact: papers@example.org\n"
                        .formatted(arxiv.at("/oai")));
    }

    /// One day, so that no pause is due.
    private Child.Ended harvest(String... words) throws Exception {
        List<String> all = new ArrayList<>(List.of("harvest", "--home", home.toString()));
        all.addAll(List.of(words));
        all.addAll(List.of("--since", DAY.toString(), "--until", DAY.toString()));
        return Child.run(home, all.toArray(String[]::new));
    }
}
