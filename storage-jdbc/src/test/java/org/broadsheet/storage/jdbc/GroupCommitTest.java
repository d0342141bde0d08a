package org.broadsheet.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.broadsheet.contract.Fixtures.id;
import static org.broadsheet.contract.Fixtures.paper;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.broadsheet.change.Change;
import org.broadsheet.paper.PaperStore;
import org.broadsheet.storage.StorageException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Writes that share a commit, and writes that break off.
class GroupCommitTest {
    private static final String INSERT = "insert into change (kind, subject, seq) values (?, ?, ?)";

    @TempDir private Path folder;
    private SqliteDatabase database;
    private PaperStore papers;

    @BeforeEach
    void open() {
        database = SqliteDatabase.open(folder.resolve("broadsheet.db"), SqliteOptions.DEFAULT);
        papers = new JdbcPaperStore(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private long rows() {
        return database.read(session -> session.number("select count(*) from change"));
    }

    private static Object[] row(long number) {
        if (number < 0) {
            throw new IllegalStateException("breaks off");
        }
        return new Object[] {"k", "s" + number, number};
    }

    private int batch(List<Long> numbers) {
        return database.write(session -> {
            session.batch(INSERT, numbers, number -> row(number));
            return numbers.size();
        });
    }

    @Test
    void aBatchThatBreaksOffIsNoPartOfTheNext() {
        assertThatIllegalStateException().isThrownBy(() -> batch(List.of(1L, 2L, -1L)));
        batch(List.of(3L));
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void aWriteThatFailsLeavesNothingOfItself() {
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        database.write(session -> {
                            session.batch(INSERT, List.of(1L), n -> row(n));
                            session.touch(Change.Kind.PAPER, "x");
                            throw new IllegalStateException("fails");
                        }));
        assertThat(rows()).isZero();
        assertThat(database.latest(EnumSet.allOf(Change.Kind.class))).isZero();
    }

    @Test
    void aStatementThatIsNoSqlIsAStorageException() {
        assertThatThrownBy(() -> database.write(session -> session.update("no sql")))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("syntax error");
        assertThatThrownBy(() -> database.read(session -> session.number("no sql")))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("syntax error");
        assertThat(rows()).isZero();
    }

    /// The writer is held up until all others wait, so that they surely share one commit.
    @Test
    void ofWritesThatShareACommitOnlyTheFailingOnesAreLost() {
        CountDownLatch allWait = new CountDownLatch(1);
        CompletableFuture<Boolean> first =
                CompletableFuture.supplyAsync(() ->
                        database.write(session -> {
                            await(allWait);
                            return session.update(INSERT, "k", "first", 100) == 1;
                        }));
        List<CompletableFuture<Boolean>> others =
                List.of(keep(1), breaks("no sql"), keep(2), breaks(INSERT), keep(3));
        allWait.countDown();
        assertThat(first.join()).isTrue();
        assertThat(others.stream().map(CompletableFuture::join))
                .containsExactly(true, false, true, false, true);
        assertThat(papers.get(List.of(id(1), id(2), id(3)))).hasSize(3);
        assertThat(rows()).isEqualTo(4);
        assertThat(database.latest(EnumSet.allOf(Change.Kind.class))).isEqualTo(3);
    }

    private CompletableFuture<Boolean> keep(int n) {
        return inBackground(() -> papers.keep(List.of(paper(n))));
    }

    /// A write that inserts a row and then fails: on the statement, or on a value that is missing.
    private CompletableFuture<Boolean> breaks(String sql) {
        return inBackground(() ->
                database.write(session -> {
                    session.batch(INSERT, List.of(7L), n -> row(n));
                    return session.update(sql, "k", null, 8);
                }));
    }

    /// On a thread of its own: the common pool may have fewer than there are writes.
    private static CompletableFuture<Boolean> inBackground(Runnable write) {
        CompletableFuture<Boolean> kept = new CompletableFuture<>();
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        write.run();
                        kept.complete(true);
                    } catch (StorageException _) {
                        kept.complete(false);
                    } catch (RuntimeException e) {
                        kept.completeExceptionally(e);
                    }
                });
        return kept;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
