package org.broadsheet.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.contract.Fixtures.id;
import static org.broadsheet.contract.Fixtures.paper;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.broadsheet.contract.Together;
import org.broadsheet.storage.Storage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How callers wait for SQLite's own threads.
class WaitingTest {
    @TempDir private Path folder;
    private Storage storage;

    @BeforeEach
    void open() {
        storage = JdbcStorage.open(folder.resolve("broadsheet.db"));
    }

    @AfterEach
    void close() {
        storage.close();
    }

    @Test
    void anInterruptedCallerStillHearsTheOutcomeAndStaysInterrupted() {
        Thread.currentThread().interrupt();
        storage.papers().keep(List.of(paper(1)));
        assertThat(storage.papers().get(id(1))).isPresent();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void virtualThreadsInCrowdsReadAndWrite() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch written = new CountDownLatch(200);
            for (int n = 0; n < 200; n++) {
                int number = n;
                threads.submit(() -> {
                    storage.papers().keep(List.of(paper(number)));
                    written.countDown();
                });
            }
            Future<Long> last =
                    threads.submit(() -> {
                        written.await();
                        return storage.papers().count();
                    });
            assertThat(last.get()).isEqualTo(200);
        }
    }

    @Test
    void writesThatWaitWhenTheStoreClosesAreKeptOrRefusedButNeverBoth() {
        List<Boolean> kept =
                Together.run(
                        8,
                        i ->
                                () -> {
                                    if (i == 7) {
                                        storage.close();
                                        return false;
                                    }
                                    return isKept(i);
                                });
        storage = JdbcStorage.open(folder.resolve("broadsheet.db"));
        for (int i = 0; i < 8; i++) {
            assertThat(storage.papers().get(id(i)).isPresent()).isEqualTo(kept.get(i));
        }
    }

    private boolean isKept(int n) {
        try {
            storage.papers().keep(List.of(paper(n)));
            return true;
        } catch (IllegalStateException _) {
            return false;
        }
    }
}
