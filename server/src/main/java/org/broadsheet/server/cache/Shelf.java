package org.broadsheet.server.cache;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Keeps finished answers up to a number of bytes. Looking one up takes no lock; when the shelf is
/// full, those that were not asked for longest make room, down to nine tenths.
final class Shelf {
    private final long mostBytes;
    private final Map<Key, Kept> kept = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong asked = new AtomicLong();

    Shelf(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    @Nullable Kept get(Key key) {
        Kept found = kept.get(key);
        if (found != null) {
            found.lastAsked = asked.incrementAndGet();
        }
        return found;
    }

    /// Keeps it unless it alone would take more than a quarter of the shelf.
    void put(Key key, Kept answer) {
        if (answer.sizeBytes(key) > mostBytes / 4) {
            return;
        }
        answer.lastAsked = asked.incrementAndGet();
        Kept before = kept.put(key, answer);
        long change = answer.sizeBytes(key) - (before == null ? 0 : before.sizeBytes(key));
        if (bytes.addAndGet(change) > mostBytes) {
            makeRoom();
        }
    }

    void remove(Key key, Kept answer) {
        if (kept.remove(key, answer)) {
            bytes.addAndGet(-answer.sizeBytes(key));
        }
    }

    long sizeBytes() {
        return bytes.get();
    }

    private synchronized void makeRoom() {
        List<Map.Entry<Key, Kept>> byAge = new ArrayList<>(kept.entrySet());
        byAge.sort(Comparator.comparingLong(entry -> entry.getValue().lastAsked));
        for (Map.Entry<Key, Kept> entry : byAge) {
            if (bytes.get() <= mostBytes * 9 / 10) {
                return;
            }
            remove(entry.getKey(), entry.getValue());
        }
    }

    /// An answer with what ends it.
    static final class Kept {
        final Finished answer;
        final Reuse reuse;

        /// The number of the latest change of its kinds before it was made.
        final long sequence;

        private final long untilSecond;
        private volatile long lastAsked;

        Kept(Finished answer, Reuse reuse, long sequence) {
            this.answer = answer;
            this.reuse = reuse;
            this.sequence = sequence;
            this.untilSecond = reuse.until().getEpochSecond();
        }

        boolean isOver(long nowMillis) {
            return nowMillis / 1_000 >= untilSecond;
        }

        private long sizeBytes(Key key) {
            return answer.sizeBytes() + key.sizeBytes();
        }
    }
}
