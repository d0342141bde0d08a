package org.broadsheet.server.wiring;

import java.time.Clock;
import org.broadsheet.edition.EditionClock;
import org.broadsheet.edition.Editions;
import org.broadsheet.search.Search;
import org.broadsheet.server.api.ApiErrors;
import org.broadsheet.server.api.Counting;
import org.broadsheet.server.api.DailyPapersController;
import org.broadsheet.server.api.Entries;
import org.broadsheet.server.api.PapersController;
import org.broadsheet.server.api.Threads;
import org.broadsheet.storage.Storage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The JSON API's routes.
@Configuration(proxyBeanMethods = false)
public class ApiRoutes {
    @Bean
    Entries entries(Storage storage) {
        return new Entries(new Counting(storage.votes(), storage.tallies(), storage.comments()));
    }

    @Bean
    DailyPapersController dailyPapers(
            Editions editions,
            Storage storage,
            Entries entries,
            EditionClock editionClock,
            Clock clock) {
        return new DailyPapersController(
                editions, storage.editions(), entries, editionClock, clock);
    }

    @Bean
    PapersController papers(Storage storage, Search search, Entries entries, Clock clock) {
        return new PapersController(
                storage.papers(),
                storage.aliases(),
                storage.editions(),
                search,
                entries,
                new Threads(storage),
                clock);
    }

    @Bean
    ApiErrors apiErrors() {
        return new ApiErrors();
    }
}
