package org.broadsheet.server.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.broadsheet.paper.PaperId;
import org.broadsheet.run.RunId;
import org.broadsheet.run.RunStore.Outcome.Done;
import org.broadsheet.server.config.Key;
import org.broadsheet.server.config.Settings;
import org.broadsheet.server.home.CommandEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of a run that is done: the search finds its paper by it, and doctor counts it among
/// what the index holds.
class RunsInTheHouseTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2025-11-09T12:00:00Z"), ZoneOffset.UTC);
    private static final PaperId HOPFIELD = PaperId.of("2008.02217");

    @TempDir private Path folder;

    private House open() throws IOException {
        Settings settings = Settings.read(folder, Map.of(), Map.of(Key.VECTORS_ENABLED, "false"));
        return House.open(folder, settings, CLOCK);
    }

    private static void finishARun(House house) {
        RunId run = new RunId("3f9a02c1d4e7");
        house.storage().runs().ask(run, HOPFIELD, "{}", CLOCK.instant());
        house.storage().runs().end(run, new Done("{}", "", Map.of()), CLOCK.instant());
    }

    @Test
    void aPaperIsFoundByItsRunAtOnceAndAfterARestart() throws Exception {
        try (House house = open()) {
            assertThat(found(house)).isEmpty();
            finishARun(house);
            house.follower().catchUp();
            assertThat(found(house)).containsExactly(HOPFIELD);
        }
        try (House house = open()) {
            assertThat(found(house)).containsExactly(HOPFIELD);
        }
    }

    @Test
    void aRunThatTheIndexHasNotSeenIsFoundWhenTheHouseIsOpenedAgain() throws Exception {
        try (House house = open()) {
            finishARun(house);
        }
        try (House house = open()) {
            assertThat(found(house)).containsExactly(HOPFIELD);
        }
    }

    @Test
    void doctorCountsRunsAmongTheChangesThatTheIndexHolds() throws Exception {
        try (House house = open()) {
            finishARun(house);
            assertThat(doctorsIndex(house)).startsWith("ok").contains(" more on its way");
            house.follower().catchUp();
        }
        try (House house = open()) {
            long latest = house.storage().changes().latest();
            assertThat(doctorsIndex(house))
                    .startsWith("ok")
                    .endsWith("holds change %,d for good, 0 more on its way".formatted(latest));
        }
    }

    private static List<PaperId> found(House house) {
        return house.search().find("has:run", 0, 10).hits().stream()
                .map(hit -> hit.paper().id())
                .toList();
    }

    private static String doctorsIndex(House house) {
        List<String> lines = new ArrayList<>();
        new DoctorCommand(house)
                .run(
                        new DoctorCommand.Arguments(false),
                        event -> {
                            if (event instanceof CommandEvent.Line line) {
                                lines.add(line.text());
                            }
                        });
        return lines.stream().filter(line -> line.contains(" index ")).findFirst().orElseThrow();
    }
}
