package org.broadsheet.server.wiring;

import java.time.Clock;
import org.broadsheet.edition.EditionClock;
import org.broadsheet.server.account.Accounts;
import org.broadsheet.server.account.Outsiders;
import org.broadsheet.server.config.Outside;
import org.broadsheet.server.security.Access;
import org.broadsheet.server.security.Acts;
import org.broadsheet.server.security.Allowances;
import org.broadsheet.server.security.SignInLog;
import org.broadsheet.server.security.SigningIn;
import org.broadsheet.server.signin.Elsewhere;
import org.broadsheet.server.signin.Passkeys;
import org.broadsheet.server.signin.TicketChallenges;
import org.broadsheet.server.web.Corners;
import org.broadsheet.server.web.Forms;
import org.broadsheet.server.web.Frames;
import org.broadsheet.server.web.JoiningPages;
import org.broadsheet.server.web.KeyPages;
import org.broadsheet.server.web.MembersPages;
import org.broadsheet.server.web.Moments;
import org.broadsheet.server.web.OpenIdPages;
import org.broadsheet.server.web.Pages;
import org.broadsheet.server.web.PasskeyForms;
import org.broadsheet.server.web.ProblemPages;
import org.broadsheet.server.web.RecoveryPages;
import org.broadsheet.server.web.SettingsPages;
import org.broadsheet.server.web.SignInPages;
import org.broadsheet.server.web.SiteAddress;
import org.broadsheet.server.web.Watch;
import org.broadsheet.storage.Storage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// The routes by which people become readers, sign in and look after accounts.
@Configuration(proxyBeanMethods = false)
public class AccountRoutes {
    @Bean
    SigningIn signingIn(Storage storage, Clock clock) {
        return new SigningIn(storage.sessions(), storage.readers(), storage.changes(), clock);
    }

    @Bean
    SignInLog signInLog(Storage storage, Clock clock) {
        return new SignInLog(storage.audit(), clock);
    }

    @Bean
    Corners corners(SigningIn signingIn, Accounts accounts) {
        return new Corners(signingIn, accounts);
    }

    @Bean
    SiteAddress siteAddress(Outside outside, Listening listening, Environment environment) {
        return new SiteAddress(
                outside,
                () ->
                        listening.url(
                                environment.getRequiredProperty(
                                        "local.server.port", Integer.class)));
    }

    @Bean
    Forms forms(Pages pages, Frames frames) {
        return new Forms(pages, frames);
    }

    @Bean
    SignInPages signInPages(
            Pages pages,
            Forms forms,
            Accounts accounts,
            SigningIn signingIn,
            SignInLog log,
            Storage storage,
            Elsewhere elsewhere) {
        return new SignInPages(
                pages, forms, accounts, signingIn, log, storage.house(), elsewhere.name());
    }

    @Bean
    JoiningPages joiningPages(
            Pages pages,
            Forms forms,
            Accounts accounts,
            SigningIn signingIn,
            Storage storage,
            Access access,
            Acts acts,
            SiteAddress site) {
        return new JoiningPages(
                pages, forms, accounts, signingIn, storage.house(), access, acts, site);
    }

    @Bean
    RecoveryPages recoveryPages(
            Pages pages,
            Forms forms,
            Accounts accounts,
            SigningIn signingIn,
            SignInLog log,
            Acts acts,
            SiteAddress site) {
        return new RecoveryPages(pages, forms, accounts, signingIn, log, acts, site);
    }

    @Bean
    SettingsPages settingsPages(
            Pages pages,
            Frames frames,
            Accounts accounts,
            SigningIn signingIn,
            Storage storage,
            Allowances allowances,
            SignInLog log,
            Acts acts,
            ProblemPages problems,
            EditionClock editionClock,
            SiteAddress site) {
        return new SettingsPages(
                pages,
                frames,
                accounts,
                signingIn,
                storage.sessions(),
                new Moments(acts.clock(), editionClock.zone()),
                new Watch(allowances, log, acts),
                problems,
                site);
    }

    @Bean
    MembersPages membersPages(
            Pages pages,
            Frames frames,
            Storage storage,
            Accounts accounts,
            Allowances allowances,
            Access access,
            SigningIn signingIn,
            Clock clock,
            EditionClock editionClock,
            SiteAddress site) {
        return new MembersPages(
                pages,
                frames,
                storage,
                accounts,
                allowances,
                access,
                signingIn,
                new Moments(clock, editionClock.zone()),
                site);
    }

    @Bean
    KeyPages keyPages(
            Pages pages,
            Frames frames,
            Storage storage,
            SigningIn signingIn,
            Acts acts,
            Clock clock,
            EditionClock editionClock,
            Elsewhere elsewhere) {
        return new KeyPages(
                pages,
                frames,
                storage,
                signingIn,
                acts,
                new Moments(clock, editionClock.zone()),
                elsewhere.name());
    }

    @Bean
    PasskeyForms passkeyForms(
            Storage storage,
            SigningIn signingIn,
            Allowances allowances,
            SignInLog log,
            Acts acts,
            Clock clock,
            SiteAddress site) {
        return new PasskeyForms(
                new Passkeys(
                        storage.passkeys(), new TicketChallenges(storage.tickets(), clock), clock),
                storage.readers(),
                storage.house(),
                signingIn,
                new Watch(allowances, log, acts),
                site);
    }

    @Bean
    OpenIdPages openIdPages(
            Pages pages,
            Forms forms,
            Elsewhere elsewhere,
            Storage storage,
            Accounts accounts,
            Clock clock,
            SigningIn signingIn,
            Allowances allowances,
            SignInLog log,
            Acts acts,
            ProblemPages problems,
            SiteAddress site) {
        return new OpenIdPages(
                pages,
                forms,
                elsewhere.issuer(),
                new Outsiders(storage, accounts, clock),
                signingIn,
                new Watch(allowances, log, acts),
                problems,
                site);
    }
}
