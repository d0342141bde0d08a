package org.broadsheet.server.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.broadsheet.contract.SharedData;
import org.broadsheet.edition.Tally;
import org.broadsheet.harvest.Harvest;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperStore.WirePlace;
import org.broadsheet.server.sources.arxiv.MadeOai;
import org.broadsheet.source.Reject;
import org.broadsheet.storage.jdbc.JdbcStorage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A harvest that is killed and started again: the 1,000 real records where they are, made ones
/// elsewhere, some to be set aside and some deleted among them. 5 moments; with -Dfull, as in
/// `./broadsheet test --full`, 50.
class KilledHarvestTest {
    private static final int RECORDS = 1_000;
    private static final int MOST_SECONDS = 120;
    private static final LocalDate DAY = LocalDate.of(2014, 1, 8);
    private static final Pattern RECORD = Pattern.compile("(?s)<record>.*?</record>");

    @TempDir private Path folder = Path.of("");

    /// All that a harvest leaves.
    private record Left(
            List<Paper> papers, List<Reject> rejects, List<Tally> tallies, List<Object> harvest) {}

    /// How a child ended.
    private record Ended(int exitCode, String out) {}

    @Test
    void aHarvestThatWasKilledEndsLikeOneThatWasNot() throws Exception {
        try (PlayedArxiv arxiv = new PlayedArxiv(300, records())) {
            Ended undisturbed = harvest("undisturbed", arxiv, 0);
            Left whole = left("undisturbed");
            assertThat(undisturbed.out()).contains("error: \n");
            assertThat(whole.papers()).hasSize(RECORDS);
            assertThat(whole.rejects()).hasSize(2);

            int steps =
                    Integer.parseInt(undisturbed.out().replaceFirst("(?s).*steps: ", "").strip());
            for (int step : moments(steps)) {
                String name = "killed-at-" + step;
                assertThat(harvest(name, arxiv, step).exitCode())
                        .as("killed at step %d of %d", step, steps)
                        .isEqualTo(HarvestsUntilKilled.KILLED);
                Ended again = harvest(name, arxiv, 0);
                assertThat(again.exitCode()).isZero();
                assertThat(left(name)).as(name).isEqualTo(whole);
            }
        }
    }

    /// The first and the last step, and others between them.
    private static List<Integer> moments(int steps) {
        int count = System.getProperty("full") != null ? 50 : 5;
        Random random = new Random(20140120);
        List<Integer> moments = new ArrayList<>(List.of(1, steps));
        while (moments.size() < count) {
            int moment = 2 + random.nextInt(steps - 2);
            if (!moments.contains(moment)) {
                moments.add(moment);
            }
        }
        return moments;
    }

    private static List<String> records() throws IOException {
        List<String> records = new ArrayList<>(real().isEmpty() ? made() : real());
        records.add(250, MadeOai.record("0901.9001", DAY, "<abstract>No title.</abstract>"));
        records.add(500, MadeOai.deleted("0901.9002", DAY));
        records.add(750, MadeOai.deleted(id(records.get(10)), DAY));
        return records;
    }

    private static String id(String record) {
        return record.replaceFirst("(?s).*?<identifier>oai:arXiv.org:", "")
                .replaceFirst("(?s)<.*", "");
    }

    private static List<String> real() throws IOException {
        Path file =
                SharedData.folder()
                        .map(data -> data.resolve("arxiv/oai-pmh/listrecords-arxivraw-1000.xml"))
                        .filter(Files::exists)
                        .orElse(null);
        if (file == null) {
            System.out.println("the 1,000 real records are not here; made ones take their place");
            return List.of();
        }
        return RECORD.matcher(Files.readString(file)).results().map(MatchResult::group).toList();
    }

    private static List<String> made() {
        List<String> made = new ArrayList<>();
        for (int n = 0; n < RECORDS; n++) {
            made.add(
                    MadeOai.record(n, DAY.minusDays(n % 300))
                            .replace("2511.", "1311.")
                            .replaceAll("1311\\.\\d(\\d{4})", "1311.$1"));
        }
        return made;
    }

    private Ended harvest(String name, PlayedArxiv arxiv, int step)
            throws IOException, InterruptedException {
        Path errors = folder.resolve(name + ".err");
        Process child =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Xmx200m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                HarvestsUntilKilled.class.getName(),
                                folder.resolve(name + ".sqlite").toString(),
                                arxiv.address().toString(),
                                Integer.toString(step))
                        .redirectError(errors.toFile())
                        .start();
        try (var out = child.inputReader()) {
            String said = String.join("\n", out.lines().toList()) + "\n";
            if (!child.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                child.destroyForcibly();
                throw new AssertionError("it does not end: " + Files.readString(errors));
            }
            return new Ended(child.exitValue(), said);
        }
    }

    private Left left(String name) {
        try (JdbcStorage storage = JdbcStorage.open(folder.resolve(name + ".sqlite"))) {
            List<Paper> papers = storage.papers().wire(WirePlace.TOP, 2 * RECORDS);
            Harvest harvest =
                    storage.harvests()
                            .find(new Harvest.Key("arxiv", HarvestsUntilKilled.PARTS))
                            .orElseThrow();
            return new Left(
                    papers,
                    storage.rejects().latest(RECORDS),
                    storage.tallies()
                            .of(papers.stream().map(Paper::id).toList(), HarvestsUntilKilled.NOW),
                    List.of(
                            String.valueOf(harvest.complete()),
                            harvest.missing(),
                            harvest.work(),
                            harvest.run().error(),
                            String.valueOf(harvest.run().success())));
        }
    }
}
