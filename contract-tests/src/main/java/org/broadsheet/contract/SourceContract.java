package org.broadsheet.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.broadsheet.paper.PaperId;
import org.broadsheet.source.Page;
import org.broadsheet.source.Place;
import org.broadsheet.source.Reading;
import org.broadsheet.source.Source;
import org.broadsheet.source.Statement;
import org.broadsheet.source.Web;
import org.broadsheet.storage.Reject;
import org.junit.jupiter.api.Test;

/// What every source must do. Its test class plays the service's answers ([PlayedWeb]) and is done.
public interface SourceContract {
    int MOST_PAGES = 100;

    /// The source of this test.
    Source source();

    /// The service, sound and in order.
    Web web();

    /// A part of its listing with at least two papers; best of several pages.
    Place place();

    /// A paper that the service knows, if the source can be asked for one.
    Optional<PaperId> known();

    /// An id of the source's own kind that the service does not know; empty where it has no ids.
    Optional<PaperId> unknown();

    private List<Page> pages(Web web) throws IOException, InterruptedException {
        List<Page> pages = new ArrayList<>();
        Place at = place();
        for (Optional<String> next = Optional.of(""); next.isPresent(); ) {
            assertThat(pages)
                    .as("pages, of which there must be a last")
                    .hasSizeLessThan(MOST_PAGES);
            Page page = source().read(at, web);
            pages.add(page);
            next = page.next();
            at = place().at(next.orElse(""));
        }
        return pages;
    }

    private List<Reading> readings(Web web) throws IOException, InterruptedException {
        return pages(web).stream().flatMap(page -> page.readings().stream()).toList();
    }

    private static List<Statement> told(List<Reading> readings) {
        return readings.stream()
                .filter(Statement.class::isInstance)
                .map(Statement.class::cast)
                .toList();
    }

    /// What it says of papers, whenever it was set aside.
    private static List<Object> compared(List<Reading> readings) {
        List<Object> compared = new ArrayList<>();
        for (Reading reading : readings) {
            compared.add(
                    switch (reading) {
                        case Statement statement -> statement;
                        case Reading.SetAside(Reject reject) ->
                                List.of(reject.source(), reject.place(), reject.reason());
                    });
        }
        return compared;
    }

    @Test
    default void itsNameCanStandInAnAddressAndACommand() {
        assertThat(source().name()).matches("[a-z][a-z0-9-]{0,39}");
    }

    @Test
    default void itSaysWhatItIsAndLeavesItsServiceTime() {
        assertThat(source().manner().label()).isNotBlank();
        assertThat(source().manner().home().getScheme()).startsWith("http");
        assertThat(source().manner().pause()).isPositive();
    }

    @Test
    default void itsListingHasPapersAndAnEnd() throws Exception {
        List<Page> pages = pages(web());
        assertThat(pages).allMatch(Page::isWhole);
        assertThat(told(readings(web()))).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    default void theSamePlaceAgainGivesTheSameRecords() throws Exception {
        assertThat(compared(readings(web()))).isEqualTo(compared(readings(web())));
    }

    @Test
    default void everyStatementIsOfOnePaperAndSaysWhereItComesFrom() throws Exception {
        for (Statement statement : told(readings(web()))) {
            assertThat(statement.paper().id()).isEqualTo(statement.naming().likeliest());
            assertThat(statement.paper().origins()).isNotEmpty();
            assertThat(statement.submissions())
                    .allMatch(one -> one.paper().equals(statement.paper().id()));
            assertThat(statement.tallies())
                    .allMatch(one -> one.paper().equals(statement.paper().id()));
        }
    }

    @Test
    default void itCanBeAskedFromManyThreads() throws Exception {
        List<Object> alone = compared(readings(web()));
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            Callable<List<Object>> reading = () -> compared(readings(web()));
            for (Future<List<Object>> one :
                    threads.invokeAll(List.of(reading, reading, reading, reading))) {
                assertThat(one.get()).isEqualTo(alone);
            }
        }
    }

    @Test
    default void anHtmlPageIsTroubleAndNoPapers() {
        Web html =
                PlayedWeb.always(
                        "text/html; charset=utf-8",
                        "<!DOCTYPE html><html><head><title>Down</title></head><body><p>We are"
                                + " working on it.<br></body></html>");
        requireTrouble(html);
    }

    @Test
    default void anEmptyAnswerIsTroubleAndNoPapers() {
        requireTrouble(PlayedWeb.always("text/plain", ""));
    }

    @Test
    default void noiseIsTroubleAndNoPapers() {
        requireTrouble(
                PlayedWeb.always("application/octet-stream", "\u0000\u0001PK\u0003\u0004 ÿþ{[<"));
    }

    @Test
    default void aServiceThatCannotBeReachedIsNoEmptyListing() {
        requireTrouble(PlayedWeb.dead());
        requireTrouble(PlayedWeb.refusing(503));
    }

    private void requireTrouble(Web web) {
        assertThatThrownBy(
                        () -> {
                            Page page = source().read(place(), web);
                            // A page that says itself that it is broken and holds nothing is as
                            // good.
                            if (!page.isWhole() && page.readings().isEmpty()) {
                                throw new IOException(page.broken());
                            }
                        })
                .isInstanceOf(IOException.class)
                .message()
                .isNotBlank();
    }

    @Test
    default void ofAnAnswerThatBreaksOffNothingIsMadeUp() throws Exception {
        Set<Object> whole = new HashSet<>(compared(List.copyOf(told(readings(web())))));
        Page first = source().read(place(), web());
        for (int tenth = 1; tenth < 10; tenth++) {
            int cut = tenth;
            Web cutOff =
                    PlayedWeb.changed(web(), body -> Arrays.copyOf(body, body.length * cut / 10));
            try {
                Page page = source().read(place(), cutOff);
                assertThat(whole).containsAll(compared(List.copyOf(told(page.readings()))));
                boolean isLess = page.readings().size() < first.readings().size();
                assertThat(isLess && page.isWhole())
                        .as("a page cut off at %d tenths that claims to be whole", cut)
                        .isFalse();
            } catch (IOException e) {
                assertThat(e).message().isNotBlank();
            }
        }
    }

    @Test
    default void aPaperIsFoundByItsId() throws Exception {
        if (known().isPresent()) {
            PaperId id = known().get();
            assertThat(source().find(id, web()))
                    .hasValueSatisfying(found -> {
                        assertThat(found.paper().id()).isEqualTo(id);
                        assertThat(found.paper().title()).isNotBlank();
                    });
        }
    }

    @Test
    default void whatItDoesNotKnowIsNotFound() throws Exception {
        if (unknown().isPresent()) {
            assertThat(source().find(unknown().get(), web())).isEmpty();
        }
    }

    @Test
    default void anIdOfAnotherKindIsNotFound() throws Exception {
        assertThat(source().find(PaperId.of("local:no-service-knows-this"), web())).isEmpty();
    }
}
