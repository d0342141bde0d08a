package org.broadsheet.server.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.broadsheet.search.InMemoryIndex;
import org.broadsheet.search.IndexFollower;
import org.broadsheet.search.QueryParser;
import org.broadsheet.server.trial.Papers;
import org.broadsheet.storage.InMemoryStorage;
import org.broadsheet.storage.StorageException;
import org.junit.jupiter.api.Test;

class FollowingTest {
    private static final Duration OFTEN = Duration.ofMillis(5);

    private final InMemoryStorage storage = new InMemoryStorage();
    private final InMemoryIndex index = new InMemoryIndex();
    private final IndexFollower follower = new IndexFollower(index, storage, "no model");
    private final CountDownLatch refused = new CountDownLatch(3);
    private final CountDownLatch room = new CountDownLatch(1);
    private final CountDownLatch caughtUp = new CountDownLatch(1);

    @Test
    void whatTheIndexMissedOnAFullDiskIsFoundOnceThereIsRoom() throws Exception {
        Papers.few(storage);
        try (var _ = new Following(this::catchUp, OFTEN)) {
            assertThat(refused.await(1, TimeUnit.MINUTES)).isTrue();
            assertThat(found()).isZero();
            room.countDown();
            assertThat(caughtUp.await(1, TimeUnit.MINUTES)).isTrue();
        }
        assertThat(found()).isEqualTo(1);
    }

    private void catchUp() {
        if (room.getCount() > 0) {
            refused.countDown();
            throw new StorageException("no space left on device");
        }
        follower.catchUp();
        caughtUp.countDown();
    }

    private long found() {
        return index.words(QueryParser.parse("id:" + Papers.FULL), 1).total();
    }
}
