package org.broadsheet.storage.jdbc;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.broadsheet.contract.Fixtures;
import org.broadsheet.contract.Together;
import org.broadsheet.edition.Submission;
import org.broadsheet.paper.Paper;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.storage.Storage;

/// A process that keeps papers and votes from four threads, and prints each one that the store has
/// acknowledged. It halts in the middle of everything at a given number of acknowledgements, or in
/// the middle of a transaction, or goes on until somebody kills it.
final class WritesUntilKilled {
    static final int HALTED = 77;
    private static final int WRITERS = 4;

    private final OutputStream out = new FileOutputStream(FileDescriptor.out);
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final Storage storage;
    private final int haltAt;

    private WritesUntilKilled(Storage storage, int haltAt) {
        this.storage = storage;
        this.haltAt = haltAt;
    }

    /// @param arguments the database file; the acknowledgement to halt at, 0 to halt inside a
    ///   transaction, -1 never
    public static void main(String[] arguments) throws IOException {
        Storage storage = JdbcStorage.open(Path.of(arguments[0]));
        int haltAt = Integer.parseInt(arguments[1]);
        WritesUntilKilled writes = new WritesUntilKilled(storage, haltAt);
        if (haltAt == 0) {
            writes.haltInsideATransaction();
        } else {
            Together.run(WRITERS, writer -> () -> writes.write(writer));
        }
    }

    private int write(int writer) throws IOException {
        for (int n = writer; ; n += WRITERS) {
            Paper paper = Fixtures.paper(n);
            storage.papers().keep(List.of(paper));
            acknowledge("paper " + paper.id());
            ReaderId reader = new ReaderId("reader" + writer);
            storage.votes().cast(reader, paper.id(), Fixtures.NOW);
            acknowledge("vote " + paper.id() + " " + reader);
        }
    }

    private void acknowledge(String what) throws IOException {
        out.write((what + "\n").getBytes(StandardCharsets.UTF_8));
        if (acknowledged.incrementAndGet() == haltAt) {
            Runtime.getRuntime().halt(HALTED);
        }
    }

    private void haltInsideATransaction() throws IOException {
        storage.papers().keep(Fixtures.papers(10));
        for (Paper paper : Fixtures.papers(10)) {
            acknowledge("paper " + paper.id());
        }
        storage.editions().submit(new HaltsInTheMiddle());
    }

    /// Submissions that are read one by one inside the transaction; the last one never comes.
    private static final class HaltsInTheMiddle extends AbstractList<Submission> {
        @Override
        public Submission get(int index) {
            if (index == 9) {
                Runtime.getRuntime().halt(HALTED);
            }
            return new Submission(Fixtures.id(index), Fixtures.TODAY, Fixtures.NOW, "", "reader");
        }

        @Override
        public int size() {
            return 10;
        }
    }
}
