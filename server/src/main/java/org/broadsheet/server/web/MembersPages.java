package org.broadsheet.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.broadsheet.account.MailAddress;
import org.broadsheet.account.Secret;
import org.broadsheet.house.HouseSettings.Registration;
import org.broadsheet.limit.Allowance;
import org.broadsheet.moderation.AuditLog;
import org.broadsheet.moderation.Subject;
import org.broadsheet.reader.LastAdmin;
import org.broadsheet.reader.Reader;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.Role;
import org.broadsheet.server.account.Accounts;
import org.broadsheet.server.security.Access;
import org.broadsheet.server.security.Allowances;
import org.broadsheet.server.security.Right;
import org.broadsheet.server.security.SigningIn;
import org.broadsheet.server.security.Spent;
import org.broadsheet.server.web.page.MembersPage;
import org.broadsheet.server.web.page.MembersPage.Invitation;
import org.broadsheet.server.web.page.MembersPage.Member;
import org.broadsheet.server.web.page.Section;
import org.broadsheet.storage.Storage;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/// Lets admins see who has an account, give roles, block and invite.
@Controller
public final class MembersPages {
    static final String PATH = "/admin/members";

    private static final int A_PAGE = 100;
    private static final int MOST_INVITATIONS = 100;

    private final Pages pages;
    private final Frames frames;
    private final Storage storage;
    private final Accounts accounts;
    private final Allowances allowances;
    private final Access access;
    private final SigningIn signingIn;
    private final Moments moments;
    private final SiteAddress site;

    public MembersPages(
            Pages pages,
            Frames frames,
            Storage storage,
            Accounts accounts,
            Allowances allowances,
            Access access,
            SigningIn signingIn,
            Moments moments,
            SiteAddress site) {
        this.site = site;
        this.pages = pages;
        this.frames = frames;
        this.storage = storage;
        this.accounts = accounts;
        this.allowances = allowances;
        this.access = access;
        this.signingIn = signingIn;
        this.moments = moments;
    }

    /// What came of a deed, besides the list.
    private record Said(Optional<String> link, Optional<String> problem, Optional<String> told) {
        static final Said NOTHING = new Said(Optional.empty(), Optional.empty(), Optional.empty());

        static Said problem(String why) {
            return new Said(Optional.empty(), Optional.of(why), Optional.empty());
        }
    }

    @GetMapping(PATH)
    View members(HttpServletRequest request) {
        access.require(request, Right.ADMINISTER);
        return show(Forms.typed("after", request), Said.NOTHING, HttpStatus.OK);
    }

    @PostMapping(PATH + "/role")
    View role(HttpServletRequest request) {
        access.require(request, Right.ADMINISTER);
        return tried(() -> {
            Role role = role(Forms.typed("role", request));
            Reader reader = member(request);
            storage.readers().change(reader.id(), it -> it.as(role));
            note("gave the role " + word(role), reader, "was " + word(reader.role()), request);
        });
    }

    @PostMapping(PATH + "/block")
    View block(HttpServletRequest request) {
        access.require(request, Right.ADMINISTER);
        return tried(() -> {
            Reader reader = member(request);
            boolean isBlocked =
                    switch (Forms.typed("blocked", request)) {
                        case "yes" -> true;
                        case "no" -> false;
                        default ->
                                throw new IllegalArgumentException(
                                        "blocked is yes or no, got something else");
                    };
            Instant now = moments.clock().instant();
            storage.readers()
                    .change(reader.id(), it -> isBlocked ? it.blocked(now) : it.unblocked());
            note(isBlocked ? "blocked" : "unblocked", reader, "", request);
        });
    }

    /// By mail if there is an address, else by a link that is shown this once.
    @PostMapping(PATH + "/invite")
    View invite(HttpServletRequest request) {
        access.require(request, Right.ADMINISTER);
        Optional<Spent> spent = allowances.take(Allowance.INVITATION, request);
        if (spent.isPresent()) {
            return Headed.later(
                    show(
                            "",
                            Said.problem(sentence(spent.get().message())),
                            HttpStatus.TOO_MANY_REQUESTS),
                    spent.get().seconds());
        }
        String typed = Forms.typed("address", request);
        Optional<Reader> by = signingIn.of(request).map(SigningIn.Found::reader);
        try {
            Role role = role(Forms.typed("role", request));
            if (storage.house().now().registration() == Registration.CLOSED) {
                throw new IllegalArgumentException(
                        "this house takes nobody in; open it to invitations first");
            }
            if (typed.isBlank() || by.isEmpty()) {
                Secret secret = accounts.invite(role);
                noteInvitation("invited a " + word(role), secret.hash(), "by a link", request);
                String link = site.of(request) + "/invite/" + secret.value();
                return show(
                        "",
                        new Said(Optional.of(link), Optional.empty(), Optional.empty()),
                        HttpStatus.OK);
            }
            Secret secret =
                    accounts.invite(by.get(), role, new MailAddress(typed), site.of(request));
            noteInvitation("invited a " + word(role), secret.hash(), "by mail", request);
            return show(
                    "",
                    new Said(
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of("The invitation is in the outbox.")),
                    HttpStatus.OK);
        } catch (IllegalArgumentException e) {
            return refused(e);
        }
    }

    @PostMapping(PATH + "/uninvite")
    View uninvite(HttpServletRequest request) {
        access.require(request, Right.ADMINISTER);
        String invitation = Forms.typed("invitation", request);
        if (accounts.takeBack(invitation)) {
            noteInvitation("took back", invitation, "", request);
        }
        return pages.redirect(PATH, HttpStatus.SEE_OTHER);
    }

    private View tried(Runnable deed) {
        try {
            deed.run();
            return pages.redirect(PATH, HttpStatus.SEE_OTHER);
        } catch (IllegalArgumentException | LastAdmin e) {
            return refused(e);
        }
    }

    private View refused(RuntimeException e) {
        String message = String.valueOf(e.getMessage());
        return show("", Said.problem(sentence(message)), HttpStatus.BAD_REQUEST);
    }

    private static String sentence(String message) {
        return Character.toUpperCase(message.charAt(0)) + message.substring(1) + ".";
    }

    private Reader member(HttpServletRequest request) {
        String id = Forms.typed("member", request);
        return storage.readers()
                .get(new ReaderId(id))
                .orElseThrow(() ->
                        new IllegalArgumentException("no member \"" + id + "\" is here any more"));
    }

    private static Role role(String word) {
        return switch (word) {
            case "reader" -> Role.READER;
            case "curator" -> Role.CURATOR;
            case "admin" -> Role.ADMIN;
            default ->
                    throw new IllegalArgumentException(
                            "a role is reader, curator or admin, got something else");
        };
    }

    private static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    /// What an invitation is called in the log: the beginning of its hash, which opens nothing.
    static String label(String hash) {
        return hash.substring(0, Math.min(10, hash.length()));
    }

    private void noteInvitation(
            String action, String hash, String note, HttpServletRequest request) {
        note(action, new Subject("invitation", label(hash)), note, request);
    }

    private void note(String action, Reader reader, String note, HttpServletRequest request) {
        note(action, subject(reader), note, request);
    }

    private void note(String action, Subject subject, String note, HttpServletRequest request) {
        storage.audit()
                .append(
                        new AuditLog.Act(
                                moments.clock().instant(),
                                AuditLog.Kind.PRIVATE,
                                signingIn.of(request).map(it -> it.reader().id()).orElse(null),
                                request.getRemoteAddr(),
                                action,
                                subject,
                                note));
    }

    private static Subject subject(Reader reader) {
        return new Subject("reader", reader.id().value());
    }

    private View show(String after, Said said, HttpStatus status) {
        List<Reader> found = storage.readers().after(after, A_PAGE + 1);
        List<Reader> shown = found.subList(0, Math.min(A_PAGE, found.size()));
        return Headed.unkept(
                pages.show(
                        "members",
                        new MembersPage(
                                frames.of("Members", "Who has an account.", PATH, Section.NONE),
                                counted(storage.readers().count()),
                                registration(),
                                shown.stream().map(this::member).toList(),
                                accounts.invitations(MOST_INVITATIONS).stream()
                                        .map(it ->
                                                new Invitation(
                                                        it.hash(),
                                                        it.about().toLowerCase(Locale.ROOT),
                                                        moments.at(it.made()),
                                                        moments.at(it.until())))
                                        .toList(),
                                said.link(),
                                found.size() > A_PAGE
                                        ? Optional.of(PATH + "?after=" + shown.getLast().name())
                                        : Optional.empty(),
                                said.problem(),
                                said.told()),
                        status));
    }

    private static String counted(long count) {
        return count == 1 ? "1 member" : "%,d members".formatted(count);
    }

    private String registration() {
        return switch (storage.house().now().registration()) {
            case CLOSED -> "Nobody can join: accounts are made at the terminal.";
            case INVITATION -> "Whoever has an invitation can join.";
            case OPEN -> "Everybody can join.";
        };
    }

    private Member member(Reader reader) {
        Instant blocked = reader.blockedSince();
        return new Member(
                reader.id().value(),
                reader.name(),
                reader.shown(),
                word(reader.role()),
                moments.at(reader.joined()),
                blocked == null ? "" : moments.at(blocked));
    }
}
