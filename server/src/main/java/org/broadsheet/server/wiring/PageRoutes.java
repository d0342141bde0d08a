package org.broadsheet.server.wiring;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.security.SecureRandom;
import java.time.Clock;
import org.broadsheet.discussion.Discussing;
import org.broadsheet.edition.EditionClock;
import org.broadsheet.edition.Editions;
import org.broadsheet.editor.Desk;
import org.broadsheet.lab.work.Laboratory;
import org.broadsheet.moderation.Moderated;
import org.broadsheet.search.Search;
import org.broadsheet.server.config.Outside;
import org.broadsheet.server.security.Access;
import org.broadsheet.server.security.Acts;
import org.broadsheet.server.security.Allowances;
import org.broadsheet.server.web.AuthorPages;
import org.broadsheet.server.web.Ballots;
import org.broadsheet.server.web.Bells;
import org.broadsheet.server.web.CommentPages;
import org.broadsheet.server.web.Corners;
import org.broadsheet.server.web.Curating;
import org.broadsheet.server.web.CurationForms;
import org.broadsheet.server.web.EditionLayout;
import org.broadsheet.server.web.EditionPages;
import org.broadsheet.server.web.FacesOfVoters;
import org.broadsheet.server.web.Feeds;
import org.broadsheet.server.web.Frames;
import org.broadsheet.server.web.HousePages;
import org.broadsheet.server.web.Keeping;
import org.broadsheet.server.web.LabPages;
import org.broadsheet.server.web.LabRights;
import org.broadsheet.server.web.LedgerPages;
import org.broadsheet.server.web.ModeratedComments;
import org.broadsheet.server.web.ModerationPages;
import org.broadsheet.server.web.Moments;
import org.broadsheet.server.web.NoticePages;
import org.broadsheet.server.web.NoticeWords;
import org.broadsheet.server.web.Pages;
import org.broadsheet.server.web.PaperLayout;
import org.broadsheet.server.web.PaperPages;
import org.broadsheet.server.web.People;
import org.broadsheet.server.web.ProblemPages;
import org.broadsheet.server.web.Readiness;
import org.broadsheet.server.web.RunActions;
import org.broadsheet.server.web.RunEvents;
import org.broadsheet.server.web.RunFiles;
import org.broadsheet.server.web.SameForms;
import org.broadsheet.server.web.SearchPages;
import org.broadsheet.server.web.SettingUp;
import org.broadsheet.server.web.SiteAddress;
import org.broadsheet.server.web.StatusParts;
import org.broadsheet.server.web.Stories;
import org.broadsheet.server.web.SubjectLooks;
import org.broadsheet.server.web.TalkForms;
import org.broadsheet.server.web.TalkLayout;
import org.broadsheet.server.web.TalkPages;
import org.broadsheet.server.web.Talking;
import org.broadsheet.server.web.VoteForms;
import org.broadsheet.server.web.Voters;
import org.broadsheet.server.web.WirePages;
import org.broadsheet.server.web.lab.LabParts;
import org.broadsheet.server.web.lab.Repertoire;
import org.broadsheet.server.web.page.Addresses;
import org.broadsheet.storage.Storage;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The pages' routes. What they stand on (storage, editions, search, access, the clocks and
/// [Readiness]) comes from elsewhere.
@Configuration(proxyBeanMethods = false)
public class PageRoutes {
    @Bean
    Pages pages() {
        return new Pages(
                TemplateEngine.createPrecompiled(
                        null,
                        ContentType.Html,
                        PageRoutes.class.getClassLoader(),
                        Pages.GENERATED_PACKAGE));
    }

    /// Canonical links are paths where the house does not know its name in the world.
    @Bean
    Frames frames(
            Editions editions,
            Readiness vectors,
            Storage storage,
            Access access,
            Clock clock,
            Corners corners,
            Outside outside) {
        return new Frames(
                editions,
                vectors,
                clock,
                storage.house()::now,
                corners,
                new Bells(storage.notices(), new Voters(access)),
                outside.site());
    }

    @Bean
    Keeping keeping(EditionClock editionClock, Readiness vectors, Clock clock) {
        return new Keeping(editionClock, vectors, clock);
    }

    @Bean
    Ballots ballots(Storage storage, Access access) {
        return new Ballots(
                storage.votes(), storage.tallies(), storage.comments(), new Voters(access));
    }

    @Bean
    Stories stories(Ballots ballots, LabParts lab) {
        return new Stories(ballots, lab);
    }

    @Bean
    LabParts labParts(Laboratory laboratory, Clock clock) {
        return new LabParts(laboratory, new Repertoire(laboratory.catalogue(), clock));
    }

    @Bean
    LabPages labPages(
            Pages pages,
            Frames frames,
            LabParts parts,
            Storage storage,
            Access access,
            ProblemPages problems,
            Keeping keeping) {
        return new LabPages(
                pages, frames, parts, storage.papers(), new LabRights(access), problems, keeping);
    }

    @Bean
    RunFiles runFiles(Laboratory laboratory, ProblemPages problems, Keeping keeping) {
        return new RunFiles(laboratory, problems, keeping);
    }

    @Bean
    RunActions runActions(
            Pages pages,
            LabParts parts,
            Storage storage,
            PaperLayout layout,
            Access access,
            ProblemPages problems) {
        return new RunActions(
                pages, parts, storage.papers(), layout, new LabRights(access), problems);
    }

    @Bean
    RunEvents runEvents(Pages pages, LabParts parts) {
        return new RunEvents(pages, parts);
    }

    @Bean
    SearchPages searchPages(
            Pages pages,
            Frames frames,
            Stories stories,
            Search search,
            Storage storage,
            Keeping keeping,
            Clock clock) {
        return new SearchPages(pages, frames, stories, search, storage.papers(), keeping, clock);
    }

    @Bean
    EditionPages editionPages(
            Pages pages,
            Editions editions,
            Frames frames,
            Stories stories,
            SearchPages searches,
            Keeping keeping,
            Storage storage,
            Access access,
            Clock clock) {
        EditionLayout layout =
                new EditionLayout(frames, stories, new SettingUp(storage.house(), access));
        return new EditionPages(pages, editions, layout, searches, keeping, clock);
    }

    @Bean
    WirePages wirePages(
            Pages pages,
            Frames frames,
            Stories stories,
            Storage storage,
            Keeping keeping,
            Clock clock) {
        return new WirePages(pages, frames, stories, storage, keeping, clock);
    }

    @Bean
    PaperPages paperPages(
            Pages pages,
            Storage storage,
            PaperLayout layout,
            ProblemPages problems,
            Keeping keeping,
            LabParts lab,
            Access access,
            Curating curating,
            TalkPages talk) {
        return new PaperPages(
                pages,
                storage.papers(),
                layout,
                problems,
                keeping,
                lab,
                new LabRights(access),
                curating,
                talk);
    }

    @Bean
    Talking talking(Storage storage) {
        return new Talking(storage);
    }

    @Bean
    TalkLayout talkLayout(Talking talking, Access access, Clock clock) {
        return new TalkLayout(talking, access, clock);
    }

    @Bean
    Feeds feeds(Talking talking, SiteAddress site) {
        return new Feeds(talking, site);
    }

    @Bean
    TalkPages talkPages(
            Pages pages,
            Frames frames,
            Talking talking,
            TalkLayout layout,
            Feeds feeds,
            Access access,
            ProblemPages problems,
            Keeping keeping) {
        return new TalkPages(pages, frames, talking, layout, feeds, access, problems, keeping);
    }

    @Bean
    Discussing discussing(Storage storage, Clock clock) {
        return new Discussing(
                new Discussing.Parts(storage.discussion(), storage.comments(), storage.notices()),
                clock,
                new SecureRandom());
    }

    @Bean
    ModeratedComments moderatedComments(Storage storage, Discussing discussing) {
        return new ModeratedComments(
                storage.comments(),
                discussing,
                comment -> Addresses.comment(comment.paper(), comment.id()));
    }

    @Bean
    Allowances allowances(Storage storage, Access access, Clock clock) {
        return new Allowances(access, storage.limits(), clock);
    }

    @Bean
    TalkForms talkForms(
            Pages pages,
            Talking talking,
            TalkLayout layout,
            TalkPages shown,
            Discussing discussing,
            Storage storage,
            Allowances allowances,
            Acts acts,
            Access access,
            ProblemPages problems,
            Clock clock) {
        return new TalkForms(
                pages,
                talking,
                layout,
                shown,
                new TalkForms.Parts(
                        discussing, storage.commentVotes(), storage.reports(), allowances, acts),
                access,
                problems,
                clock);
    }

    @Bean
    CommentPages commentPages(
            Pages pages,
            Frames frames,
            Talking talking,
            TalkLayout layout,
            Feeds feeds,
            Storage storage,
            ProblemPages problems,
            Keeping keeping) {
        return new CommentPages(
                pages, frames, talking, layout, feeds, storage.readers(), problems, keeping);
    }

    @Bean
    NoticeWords noticeWords(Storage storage) {
        return new NoticeWords(storage.papers(), new People(storage.readers()));
    }

    @Bean
    NoticePages noticePages(
            Pages pages,
            Frames frames,
            Storage storage,
            NoticeWords words,
            Access access,
            ProblemPages problems,
            Keeping keeping) {
        return new NoticePages(
                pages,
                frames,
                storage.notices(),
                words,
                storage.credentials(),
                new Voters(access),
                problems,
                keeping);
    }

    @Bean
    PaperLayout paperLayout(
            Frames frames,
            Stories stories,
            Editions editions,
            Storage storage,
            Search search,
            CurationForms curation,
            Clock clock,
            Curating curating,
            TalkLayout talk) {
        return new PaperLayout(
                frames,
                stories,
                editions,
                storage.editions(),
                search,
                curation,
                clock,
                curating,
                talk,
                new FacesOfVoters(storage.votes(), new People(storage.readers())));
    }

    @Bean
    CurationForms curationForms(
            Pages pages, Storage storage, Desk desk, Access access, ProblemPages problems) {
        return new CurationForms(pages, storage.papers(), desk, access, problems);
    }

    @Bean
    AuthorPages authorPages(
            Pages pages,
            Frames frames,
            Stories stories,
            Storage storage,
            ProblemPages problems,
            Keeping keeping,
            Clock clock) {
        return new AuthorPages(pages, frames, stories, storage.papers(), problems, keeping, clock);
    }

    @Bean
    VoteForms voteForms(
            Pages pages,
            Storage storage,
            Ballots ballots,
            Access access,
            ProblemPages problems,
            Curating curating,
            PaperLayout layout,
            TalkForms talk,
            Allowances allowances,
            Clock clock) {
        return new VoteForms(
                pages,
                storage.papers(),
                storage.votes(),
                ballots,
                new Voters(access),
                problems,
                new SameForms(pages, layout, curating),
                talk,
                allowances,
                clock);
    }

    @Bean
    HousePages housePages(
            Pages pages, Frames frames, Storage storage, Access access, Keeping keeping) {
        return new HousePages(pages, frames, storage.house(), access, keeping);
    }

    @Bean
    Acts acts(Storage storage, Access access, Clock clock) {
        return new Acts(storage.audit(), access, clock);
    }

    @Bean
    SubjectLooks subjectLooks(Storage storage, ObjectProvider<Moderated> kinds) {
        return new SubjectLooks(storage.papers(), kinds.orderedStream().toList());
    }

    @Bean
    ModerationPages moderationPages(
            Pages pages,
            Frames frames,
            Storage storage,
            SubjectLooks looks,
            Access access,
            Acts acts,
            Keeping keeping,
            EditionClock editionClock,
            Clock clock) {
        return new ModerationPages(
                pages,
                frames,
                storage.reports(),
                looks,
                access,
                acts,
                keeping,
                new Moments(clock, editionClock.zone()));
    }

    @Bean
    LedgerPages ledgerPages(
            Pages pages,
            Frames frames,
            Storage storage,
            SubjectLooks looks,
            Access access,
            Keeping keeping,
            EditionClock editionClock,
            Clock clock) {
        return new LedgerPages(
                pages,
                frames,
                storage.audit(),
                storage.votes(),
                storage.readers(),
                looks,
                access,
                keeping,
                new Moments(clock, editionClock.zone()));
    }

    @Bean
    StatusParts statusParts(Pages pages, Readiness vectors) {
        return new StatusParts(pages, vectors);
    }

    @Bean
    ProblemPages problemPages(
            Pages pages,
            Frames frames,
            Stories stories,
            Search search,
            Access access,
            Clock clock) {
        return new ProblemPages(pages, frames, stories, search, access, clock);
    }
}
