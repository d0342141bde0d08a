package org.broadsheet.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.broadsheet.change.Change;
import org.broadsheet.contract.Fixtures;
import org.broadsheet.paper.PaperId;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.storage.Storage;
import org.broadsheet.vote.Vote;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A process that dies while it writes loses nothing that it had acknowledged.
class KillTest {
    private static final int ROUNDS = 25;

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 37, 250})
    void whatWasAcknowledgedOutlivesAProcessThatHalts(int step) throws Exception {
        Process process = start(step);
        List<String> acknowledged = acknowledged(process, Integer.MAX_VALUE);
        assertThat(process.waitFor()).isEqualTo(WritesUntilKilled.HALTED);
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(step);
        assertKept(acknowledged);
    }

    @Test
    void aTransactionThatNeverCommittedLeavesNoTrace() throws Exception {
        Process process = start(0);
        List<String> acknowledged = acknowledged(process, Integer.MAX_VALUE);
        assertThat(process.waitFor()).isEqualTo(WritesUntilKilled.HALTED);
        assertThat(acknowledged).hasSize(10);
        assertKept(acknowledged);
        try (Storage storage = JdbcStorage.open(file())) {
            assertThat(storage.editions().between(Fixtures.TODAY, Fixtures.TODAY)).isEmpty();
            assertThat(storage.changes().latest()).isEqualTo(10);
        }
    }

    /// One file through all rounds, so that each also recovers what the last kill left behind.
    @Test
    @EnabledIfSystemProperty(named = "full", matches = ".*", disabledReason = "runs with -Dfull")
    void whatWasAcknowledgedOutlivesKillsAtRandomMoments() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("KillTest: repeat this run with -Dfull -Dseed=" + seed);
        Random random = new Random(seed);
        List<String> all = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            Process process = start(-1);
            List<String> acknowledged = acknowledged(process, 1 + random.nextInt(4_000));
            // Not process.destroyForcibly(): that would close the pipe with its last lines unread.
            process.toHandle().destroyForcibly();
            acknowledged.addAll(acknowledged(process, Integer.MAX_VALUE));
            process.waitFor();
            all.addAll(acknowledged);
            assertKept(all);
        }
    }

    private Process start(int haltAt) throws IOException {
        return ChildJvm.start(WritesUntilKilled.class, file().toString(), Integer.toString(haltAt));
    }

    private Path file() {
        return folder.resolve("broadsheet.db");
    }

    /// Reads what the process prints. A line reaches the pipe whole or not at all.
    private static List<String> acknowledged(Process process, int most) throws IOException {
        BufferedReader lines = process.inputReader();
        List<String> acknowledged = new ArrayList<>();
        while (acknowledged.size() < most) {
            String line = lines.readLine();
            if (line == null) {
                break;
            }
            acknowledged.add(line);
        }
        return acknowledged;
    }

    private void assertKept(List<String> acknowledged) throws SQLException {
        assertThat(integrity()).isEqualTo("ok");
        try (Storage storage = JdbcStorage.open(file())) {
            for (String line : acknowledged) {
                assertKept(storage, line.split(" "));
            }
            Set<Change.Kind> papers = EnumSet.of(Change.Kind.PAPER);
            assertThat(storage.changes().after(0, papers, Integer.MAX_VALUE))
                    .as("every paper has its change, every change its paper")
                    .hasSize((int) storage.papers().count());
            storage.check();
        }
    }

    private static void assertKept(Storage storage, String[] line) {
        PaperId paper = PaperId.of(line[1]);
        assertThat(storage.papers().get(paper)).as("paper %s", paper).isPresent();
        if (line[0].equals("vote")) {
            assertThat(storage.votes().of(List.of(paper)))
                    .extracting(Vote::reader)
                    .contains(new ReaderId(line[2]));
        }
    }

    private String integrity() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                ResultSet row =
                        connection.createStatement().executeQuery("pragma integrity_check")) {
            return row.getString(1);
        }
    }
}
