package org.broadsheet.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.broadsheet.paper.PaperId;
import org.broadsheet.search.IndexFellBack;
import org.broadsheet.search.Query;
import org.broadsheet.search.SearchIndex;
import org.jspecify.annotations.Nullable;

/// The index in one folder of this machine. One process at a time has it open.
///
/// What is applied is found at once; it is made durable within [#COMMIT_AFTER_SECONDS] seconds, or
/// earlier when much has come in, or by closing. Lucene waits for files inside the operating
/// system, which would hold a virtual thread's carrier, so calls from virtual threads run on
/// threads of ours.
public final class LuceneIndex implements SearchIndex {
    static final int COMMIT_AFTER_SECONDS = 3;
    private static final int COMMIT_AFTER_PAPERS = 20_000;
    private static final int WORTH_SPLITTING = 64;
    private static final System.Logger LOG = System.getLogger(LuceneIndex.class.getName());

    private final Path folder;
    private volatile IndexFolder.Opened opened;
    private final Threads threads = new Threads();
    private final Object writing = new Object();
    private volatile long durable;
    private long applied;
    private int uncommitted;
    private @Nullable ScheduledFuture<?> commit;

    private LuceneIndex(Path folder, IndexFolder.Opened opened) {
        this.folder = folder;
        this.opened = opened;
        this.durable = opened.sequence();
        this.applied = durable;
    }

    /// Opens the index in the folder, or starts one. One that cannot be read, or was written by
    /// another version or for another model, is moved aside; the empty index that takes its place
    /// is filled again because its sequence is 0, and [#notice] says so.
    ///
    /// @param model the name of the model whose vectors are kept
    /// @throws UncheckedIOException when the folder cannot be written or another process has it
    public static LuceneIndex open(Path folder, String model) {
        try {
            IndexFolder.Opened opened = IndexFolder.open(folder, model);
            opened.notice().ifPresent(notice -> LOG.log(System.Logger.Level.WARNING, notice));
            return new LuceneIndex(folder, opened);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the search index in %s cannot be opened: %s".formatted(folder, e.getMessage()),
                    e);
        }
    }

    /// What an operator should know of how it was opened.
    public Optional<String> notice() {
        return opened.notice();
    }

    @Override
    public long sequence() {
        return durable;
    }

    @Override
    public void apply(Batch batch) {
        waiting(() -> {
            synchronized (writing) {
                goOnAfterFailure();
                write(batch);
                applied = Math.max(applied, batch.sequence());
                uncommitted += batch.entries().size();
                opened.searchers().maybeRefreshBlocking();
                commitSoon();
            }
            return true;
        });
    }

    /// Lucene closes its writer when it cannot write, as on a full disk. What was saved is opened
    /// again, after the old directory is closed: that one still holds files under the same names.
    private void goOnAfterFailure() throws IOException {
        if (opened.writer().isOpen()) {
            return;
        }
        opened.abandon();
        opened = IndexFolder.openAgain(folder, opened.format());
        durable = opened.sequence();
        applied = durable;
        uncommitted = 0;
        throw new IndexFellBack(
                "the search index in %s fell back to change %d".formatted(folder, durable));
    }

    private void write(Batch batch) throws IOException {
        IndexWriter writer = opened.writer();
        for (PaperId id : batch.gone()) {
            writer.deleteDocuments(Documents.key(id));
        }
        List<Entry> entries = batch.entries();
        if (entries.size() < WORTH_SPLITTING) {
            put(entries);
            return;
        }
        List<Callable<Boolean>> parts = new ArrayList<>();
        int half = entries.size() / 2;
        for (List<Entry> part :
                List.of(entries.subList(0, half), entries.subList(half, entries.size()))) {
            parts.add(() -> put(part));
        }
        threads.all(parts);
    }

    private boolean put(List<Entry> entries) throws IOException {
        IndexWriter writer = opened.writer();
        for (Entry entry : entries) {
            writer.updateDocument(Documents.key(entry.paper().id()), Documents.of(entry));
        }
        return true;
    }

    private void commitSoon() throws IOException {
        if (uncommitted >= COMMIT_AFTER_PAPERS) {
            commit();
        } else if (commit == null) {
            commit = threads.later(this::commitQuietly, COMMIT_AFTER_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void commitQuietly() {
        synchronized (writing) {
            try {
                commit();
            } catch (IOException e) {
                LOG.log(
                        System.Logger.Level.ERROR,
                        "the search index could not be saved to " + folder,
                        e);
            }
        }
    }

    private void commit() throws IOException {
        if (commit != null) {
            commit.cancel(false);
            commit = null;
        }
        uncommitted = 0;
        IndexFolder.commit(opened.writer(), opened.format(), applied);
        durable = applied;
    }

    @Override
    public void clear() {
        waiting(() -> {
            synchronized (writing) {
                try {
                    goOnAfterFailure();
                } catch (IndexFellBack _) {
                    // it is emptied anyway
                }
                opened.writer().deleteAll();
                applied = 0;
                commit();
                opened.searchers().maybeRefreshBlocking();
            }
            return true;
        });
    }

    @Override
    public Found words(Query query, int limit) {
        return looking(lookup -> lookup.words(query, limit));
    }

    @Override
    public List<Scored> nearest(float[] vector, Query query, int limit) {
        return looking(lookup -> lookup.nearest(vector, query, limit));
    }

    @Override
    public List<PaperId> beginning(List<String> words, int limit) {
        return looking(lookup -> lookup.beginning(words, limit));
    }

    @Override
    public Optional<String> mended(String word) {
        return looking(lookup -> lookup.mended(word));
    }

    private interface Question<T> {
        T ask(Lookup lookup) throws IOException;
    }

    private <T> T looking(Question<T> question) {
        return waiting(() -> {
            SearcherManager searchers = opened.searchers();
            IndexSearcher searcher = acquired(searchers);
            try {
                return question.ask(new Lookup(searcher));
            } finally {
                searchers.release(searcher);
            }
        });
    }

    /// Waits for the index to be opened again, if that is being done.
    private IndexSearcher acquired(SearcherManager searchers) throws IOException {
        try {
            return searchers.acquire();
        } catch (AlreadyClosedException _) {
            synchronized (writing) {
                return opened.searchers().acquire();
            }
        }
    }

    private <T> T waiting(Callable<T> call) {
        try {
            return threads.call(call);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    ("the search index in %s failed: %s; no paper is lost. Mend that (a full disk"
                                    + " needs room), or build the index anew: broadsheet reindex")
                            .formatted(folder, e.getMessage()),
                    e);
        }
    }

    @Override
    public void close() {
        waiting(() -> {
            synchronized (writing) {
                if (opened.writer().isOpen()) {
                    commit();
                    opened.close();
                }
            }
            return true;
        });
        threads.close();
    }
}
