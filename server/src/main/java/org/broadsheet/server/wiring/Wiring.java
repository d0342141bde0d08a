package org.broadsheet.server.wiring;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.broadsheet.change.ChangeLog;
import org.broadsheet.edition.EditionClock;
import org.broadsheet.edition.Editions;
import org.broadsheet.editor.Desk;
import org.broadsheet.lab.work.Laboratory;
import org.broadsheet.search.Search;
import org.broadsheet.server.account.Accounts;
import org.broadsheet.server.config.Outside;
import org.broadsheet.server.config.Settings;
import org.broadsheet.server.home.Home;
import org.broadsheet.server.home.OwnerEndpoint;
import org.broadsheet.server.home.OwnerToken;
import org.broadsheet.server.house.DoctorCommand;
import org.broadsheet.server.house.HarvestCommand;
import org.broadsheet.server.house.House;
import org.broadsheet.server.house.ImportCommand;
import org.broadsheet.server.house.LabListCommand;
import org.broadsheet.server.house.LabRunCommand;
import org.broadsheet.server.house.LabShowCommand;
import org.broadsheet.server.house.PaperCommand;
import org.broadsheet.server.house.ReindexCommand;
import org.broadsheet.server.house.SearchCommand;
import org.broadsheet.server.house.Tidying;
import org.broadsheet.server.house.UserCommand;
import org.broadsheet.server.metrics.HouseMetrics;
import org.broadsheet.server.metrics.Metrics;
import org.broadsheet.server.round.Subscribing;
import org.broadsheet.server.security.Access;
import org.broadsheet.server.security.AccountAccess;
import org.broadsheet.server.security.Allowances;
import org.broadsheet.server.security.AllowedHosts;
import org.broadsheet.server.security.CspReports;
import org.broadsheet.server.security.SigningIn;
import org.broadsheet.server.signin.Elsewhere;
import org.broadsheet.server.signin.OpenIdConnect;
import org.broadsheet.server.sources.Fetching;
import org.broadsheet.server.sources.SecondReading;
import org.broadsheet.server.web.Curating;
import org.broadsheet.server.web.FetchForms;
import org.broadsheet.server.web.Frames;
import org.broadsheet.server.web.HealthPages;
import org.broadsheet.server.web.Keeping;
import org.broadsheet.server.web.Moments;
import org.broadsheet.server.web.NoticeMail;
import org.broadsheet.server.web.NoticeWords;
import org.broadsheet.server.web.OutboxPages;
import org.broadsheet.server.web.Pages;
import org.broadsheet.server.web.ProblemPages;
import org.broadsheet.server.web.Readiness;
import org.broadsheet.server.web.RejectsPages;
import org.broadsheet.server.web.SiteAddress;
import org.broadsheet.server.web.SourcesPages;
import org.broadsheet.storage.Storage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.observation.SecurityObservationSettings;

/// Puts a house on the web: its parts as beans, and the doors and routes over them. Nothing is
/// scanned for; this class and the four that it imports are the whole list. The parts belong to the
/// house, which whoever opened it closes, so Spring closes none of them.
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
@Import({Doors.class, ApiRoutes.class, PageRoutes.class, AccountRoutes.class, RoundRoutes.class})
public class Wiring {
    @Bean(destroyMethod = "")
    Storage storage(House house) {
        return house.storage();
    }

    @Bean
    ChangeLog changes(Storage storage) {
        return storage.changes();
    }

    @Bean
    Editions editions(House house) {
        return house.editions();
    }

    @Bean
    Search search(House house) {
        return house.search();
    }

    @Bean
    Laboratory laboratory(House house) {
        return house.lab();
    }

    @Bean
    Desk desk(House house) {
        return house.desk();
    }

    @Bean
    Clock clock(House house) {
        return house.clock();
    }

    @Bean
    EditionClock editionClock(House house) {
        return house.settings().edition();
    }

    @Bean
    Readiness readiness(House house) {
        return house.settings().vectors() == Settings.Vectors.DISABLED
                ? Readiness.none()
                : new Readiness(
                        () -> house.meaning().done(), () -> house.meaning().total(), house.clock());
    }

    @Bean
    SourcesPages sourcesPages(
            Pages pages, Frames frames, House house, Access access, Keeping keeping) {
        return new SourcesPages(pages, frames, house, access, keeping);
    }

    @Bean
    RejectsPages rejectsPages(
            Pages pages, Frames frames, House house, Access access, Keeping keeping) {
        return new RejectsPages(
                pages,
                frames,
                house.storage().rejects(),
                new SecondReading(
                        house.storage(),
                        house.sources(),
                        house.web()::asking,
                        house.clock(),
                        house::follow),
                access,
                keeping,
                new Moments(house.clock(), house.settings().edition().zone()));
    }

    @Bean
    FetchForms fetchForms(
            Pages pages, House house, Access access, Allowances allowances, ProblemPages problems) {
        return new FetchForms(
                pages,
                new Fetching(house.storage(), house.sources(), house.web()::asking, house::follow),
                access,
                allowances,
                problems);
    }

    @Bean
    HealthPages healthPages(
            Pages pages, Frames frames, House house, Access access, Keeping keeping) {
        return new HealthPages(
                pages, frames, () -> new DoctorCommand(house).looks(), access, keeping);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Tidying tidying(House house) {
        return new Tidying(house.storage(), house.clock());
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    NoticeMail noticeMail(House house, NoticeWords words, SiteAddress site) {
        return new NoticeMail(house.storage(), words, house.mail().outbox(), site, house.clock());
    }

    @Bean
    Metrics metrics(Access access, House house, CspReports reports) {
        return new Metrics(access, () -> HouseMetrics.of(house, reports::count));
    }

    @Bean
    Curating curating(House house, Access access) {
        return new Curating(house.storage().aliases(), access, house::followUniting);
    }

    /// Nobody looks at what each of the chain's filters took.
    @Bean
    SecurityObservationSettings observed() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    Access access(Listening listening, Storage storage, SigningIn signingIn) {
        return new AccountAccess(
                Access.boundTo(listening.address()),
                storage.readers(),
                storage.changes(),
                signingIn);
    }

    @Bean
    Elsewhere elsewhere(House house) {
        return new Elsewhere(house.settings().openId().map(OpenIdConnect::new));
    }

    @Bean
    Accounts accounts(House house) {
        return house.accounts();
    }

    @Bean
    Subscribing subscribing(House house) {
        return house.digests().subscribing(house.mail().outbox());
    }

    @Bean
    OutboxPages outboxPages(Pages pages, Frames frames, House house, Access access) {
        return new OutboxPages(
                pages,
                frames,
                house.mail(),
                house.storage().ledger(),
                access,
                new Moments(house.clock(), house.settings().edition().zone()));
    }

    @Bean
    Outside outside(House house) {
        return house.settings().outside();
    }

    @Bean
    AllowedHosts allowedHosts(Listening listening, House house, Outside outside) {
        List<String> names =
                Stream.concat(house.settings().hosts().stream(), outside.host().stream()).toList();
        return new AllowedHosts(listening.name(), listening.address(), names);
    }

    @Bean
    OwnerToken ownerToken(Home home) {
        return home.token();
    }

    @Bean
    OwnerEndpoint ownerEndpoint(OwnerToken token, House house) {
        return new OwnerEndpoint(
                token,
                List.of(
                        new ImportCommand(house),
                        new HarvestCommand(house),
                        new SearchCommand(house),
                        new ReindexCommand(house),
                        new DoctorCommand(house),
                        new PaperCommand(house),
                        new UserCommand(house),
                        new LabListCommand(house),
                        new LabRunCommand(house),
                        new LabShowCommand(house)));
    }
}
