package org.broadsheet.server.browser;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.broadsheet.account.MailAddress;
import org.broadsheet.account.Secret;
import org.broadsheet.account.Session;
import org.broadsheet.discussion.Comment;
import org.broadsheet.discussion.CommentId;
import org.broadsheet.discussion.CommentVote.Judgement;
import org.broadsheet.discussion.Discussing;
import org.broadsheet.house.HouseSettings;
import org.broadsheet.house.HouseSettings.Registration;
import org.broadsheet.moderation.AuditLog;
import org.broadsheet.moderation.AuditLog.Kind;
import org.broadsheet.moderation.Report;
import org.broadsheet.moderation.Subject;
import org.broadsheet.paper.PaperId;
import org.broadsheet.reader.Reader;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.Role;
import org.broadsheet.reader.key.OutsideIdentity;
import org.broadsheet.reader.key.Passkey;
import org.broadsheet.server.house.House;
import org.broadsheet.storage.Storage;

/// A dozen made-up readers and what they left in a house: something on every page that shows what
/// readers do.
final class People {
    static final PaperId TALKED_OF = PaperId.of("2405.19331");
    static final CommentId ANSWERED = new CommentId("00000000000000000001");

    private static final String SITE = "http://localhost";
    private static final List<String> NAMES =
            List.of("grace", "kurt", "sofja", "felix", "maria", "paul", "hedy", "otto", "lise");

    private final House house;
    private final Storage storage;
    private final Instant now;
    private final Discussing discussing;
    private final Reader alan;
    private final Reader ada;
    private final Reader emmy;
    private final List<Reader> others = new ArrayList<>();

    private People(House house) {
        this.house = house;
        storage = house.storage();
        now = house.clock().instant();
        discussing =
                new Discussing(
                        new Discussing.Parts(
                                storage.discussion(), storage.comments(), storage.notices()),
                        house.clock(),
                        new Random(1));
        alan = join("alan", "Alan Keeper", Role.ADMIN);
        ada = join("ada", "Ada Counter", Role.CURATOR);
        emmy = join("emmy", "Emmy Ring", Role.READER);
    }

    static void in(House house) {
        People people = new People(house);
        people.open();
        people.arrive();
        people.talk();
        people.vote();
        people.report();
        people.askForMail();
        people.keepKeys();
    }

    private Reader join(String name, String shown, Role role) {
        Reader reader =
                Reader.joining(
                        new ReaderId("r-" + name), name, shown, role, now.minusSeconds(9_000_000));
        if (!storage.readers().add(reader)) {
            throw new AssertionError(name + " is there already");
        }
        return reader;
    }

    private void open() {
        storage.house()
                .choose(
                        new HouseSettings(
                                "Broadsheet", "", List.of(), List.of(), Registration.OPEN));
    }

    private void arrive() {
        for (String name : NAMES) {
            String shown = Character.toUpperCase(name.charAt(0)) + name.substring(1);
            others.add(join(name, shown + " Example of the department of long names", Role.READER));
        }
        storage.readers().change(others.getLast().id(), it -> it.blocked(now));
        for (String agent :
                List.of(
                        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)"
                                + " Chrome/141.0.0.0 Safari/537.36",
                        "")) {
            Secret secret = new Secret(agent + " of alan");
            storage.sessions()
                    .open(
                            new Session(
                                    secret.hash(),
                                    alan.id(),
                                    now.minusSeconds(90_000),
                                    now.minusSeconds(80_000),
                                    agent,
                                    "2001:db8:1234:5678:9abc:def0:1234:5678"));
        }
    }

    private void talk() {
        Comment first =
                Comment.of(
                        ANSWERED,
                        TALKED_OF,
                        Optional.empty(),
                        ada.id(),
                        now.minusSeconds(80_000),
                        """
                        What is new, @emmy, is that **heads** of $x_1^2$ are told apart:

                        > An assumption that we could not check.

                        1. `softmax(QK^T)` stays;
                        2. $$\\sum_{i=1}^{n} \\frac{1}{2}\\lVert x_i - \\hat{x}_i \\rVert^2$$

                        ```
                        for each head in layer: a line of code that is longer than any phone is wide, by far
                        ```
                        See https://example.org/a/long/address/that/nobody/reads/to/its/end/0123456789012345678901234567890123456789
                        """);
        storage.discussion().add(first, List.of());
        Comment last = first;
        for (Reader reader : List.of(emmy, alan, emmy, ada, emmy)) {
            last = say(reader, Optional.of(last.id()), "Quite so, @alan; but not at *depth*.");
        }
        Comment edited = say(emmy, Optional.empty(), "A first thought, @alan.");
        discussing.edit(edited, "A second thought, @alan.", List.of(), List.of(alan.id()));
        discussing.hide(say(others.getFirst(), Optional.empty(), "Watches!"), "advert", ada.id());
        discussing.remove(say(emmy, Optional.empty(), "Never mind."));
        for (Reader reader : others) {
            storage.commentVotes().cast(reader.id(), ANSWERED, Judgement.HELPFUL, now);
        }
    }

    private Comment say(Reader reader, Optional<CommentId> parent, String text) {
        return discussing.write(
                reader.id(),
                TALKED_OF,
                parent,
                text,
                new Discussing.Audience(
                        text.contains("@alan") ? List.of(alan.id()) : List.of(), List.of()));
    }

    /// Many vote here and there; the last two always together.
    private void vote() {
        Random random = new Random(7);
        for (Reader reader : others.subList(0, 7)) {
            storage.votes().cast(reader.id(), TALKED_OF, now.minusSeconds(random.nextInt(80_000)));
            for (int i = 0; i < 8; i++) {
                storage.votes()
                        .cast(
                                reader.id(),
                                plain(random.nextInt(60)),
                                now.minusSeconds(random.nextInt(800_000)));
            }
        }
        for (int i = 60; i < 70; i++) {
            for (Reader reader : others.subList(7, 9)) {
                storage.votes().cast(reader.id(), plain(i), now.minusSeconds(100L * i));
            }
        }
    }

    private static PaperId plain(int number) {
        return PaperId.of("2401.%05d".formatted(80_000 + number));
    }

    private void report() {
        Subject comment = new Subject("comment", ANSWERED.value());
        Subject paper = new Subject("paper", TALKED_OF.value());
        storage.reports().file(new Report(emmy.id(), comment, "it names somebody", now));
        storage.reports().file(new Report(alan.id(), comment, "off topic", now));
        storage.reports().file(new Report(emmy.id(), paper, "the year is wrong", now));
        act(Kind.PUBLIC, ada, "hid", comment, "no advertisements, please; second time this week");
        act(Kind.PUBLIC, ada, "dismissed reports about", paper, "the year is right");
        act(Kind.PRIVATE, alan, "gave the role curator", new Subject("reader", "r-ada"), "was x");
        act(
                Kind.PRIVATE,
                alan,
                "blocked",
                new Subject("reader", others.getLast().id().value()),
                "");
    }

    private void act(Kind kind, Reader who, String action, Subject about, String note) {
        storage.audit()
                .append(new AuditLog.Act(now, kind, who.id(), "192.0.2.7", action, about, note));
    }

    private void askForMail() {
        house.accounts().invite(alan, Role.CURATOR, new MailAddress("kim@example.org"), SITE);
        house.accounts().invite(Role.READER);
        house.accounts().askToConfirm(alan, new MailAddress("alan@example.org"), SITE);
    }

    private void keepKeys() {
        Passkey phone = new Passkey("AAAA", alan.id(), "my phone", "AAAA", 0, now, now);
        Passkey laptop = new Passkey("BBBB", alan.id(), "the laptop at work", "AAAA", 0, now, null);
        storage.passkeys().add(phone);
        storage.passkeys().add(laptop);
        storage.identities()
                .link(new OutsideIdentity("https://id.example.org", "s-123", alan.id(), now));
    }
}
