package org.broadsheet.server.web.lab;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.broadsheet.lab.process.Descriptor;
import org.broadsheet.lab.work.Catalogue;
import org.broadsheet.paper.PaperId;
import org.jspecify.annotations.Nullable;

/// What can be run here, as pages ask for it. The first asker sets a thread of its own to read the
/// catalogue and waits a moment for it; while that takes longer, and after it failed, pages go
/// without.
public final class Repertoire {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration UNTIL_ASKED_AGAIN = Duration.ofSeconds(30);

    private final Catalogue catalogue;
    private final Clock clock;
    private @Nullable CompletableFuture<List<Descriptor>> reading;
    private Instant begun = Instant.MIN;

    /// @param trouble why the catalogue is not known, or not yet; empty when it is
    public record Known(List<Descriptor> all, List<String> broken, String trouble) {
        public Known {
            all = List.copyOf(all);
            broken = List.copyOf(broken);
        }

        public Optional<Descriptor> of(PaperId paper) {
            return all.stream().filter(one -> one.paper().equals(paper)).findFirst();
        }

        public boolean isKnown() {
            return trouble.isEmpty();
        }
    }

    public Repertoire(Catalogue catalogue, Clock clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    public Known known() {
        try {
            List<Descriptor> all = reading().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return new Known(all, catalogue.broken(), "");
        } catch (TimeoutException _) {
            return unknown("The lab is being asked what it can run. Look again in a moment.");
        } catch (ExecutionException e) {
            return unknown("The lab cannot say what it can run: " + reason(e));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return unknown("The server is closing.");
        }
    }

    private static String reason(ExecutionException e) {
        return String.valueOf(Objects.requireNonNullElse(e.getCause(), e).getMessage());
    }

    private static Known unknown(String trouble) {
        return new Known(List.of(), List.of(), trouble);
    }

    private synchronized CompletableFuture<List<Descriptor>> reading() {
        Instant now = clock.instant();
        if (reading == null
                || reading.isCompletedExceptionally()
                        && begun.plus(UNTIL_ASKED_AGAIN).isBefore(now)) {
            begun = now;
            reading =
                    CompletableFuture.supplyAsync(
                            catalogue::all,
                            task -> Thread.ofPlatform().name("catalogue").daemon().start(task));
        }
        return reading;
    }
}
