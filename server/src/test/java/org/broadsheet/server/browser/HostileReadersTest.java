package org.broadsheet.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.broadsheet.account.MailAddress;
import org.broadsheet.account.Secret;
import org.broadsheet.account.Session;
import org.broadsheet.discussion.Comment;
import org.broadsheet.discussion.Discussing;
import org.broadsheet.moderation.AuditLog;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every payload in every field that readers fill. What is kept stands on all pages that show it,
/// all payloads at once; what is refused comes back in the form that it was typed into, a few
/// payloads at a time.
@TestInstance(Lifecycle.PER_CLASS)
class HostileReadersTest {
    static final List<String> GROUPS = groups();

    private static final int GROUP = 6;

    private static final PaperId PAPER = PaperId.of("2405.19331");
    private static final String THREAD = "/papers/2405.19331";
    private static final String KNOWN_NAME = "m0-mallory";

    private static final String SEND =
            """
            (it) => {
              const form = document.createElement('form');
              form.method = 'post';
              form.action = it.action;
              for (const [name, value] of Object.entries(it.fields)) {
                const field = document.createElement('textarea');
                field.name = name;
                field.value = value;
                form.append(field);
              }
              document.body.append(form);
              form.submit();
            }
            """;

    @SuppressWarnings("NullAway.Init") // by start
    private Chromium chromium;

    @SuppressWarnings("NullAway.Init") // by start
    private PeopledHouse house;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        chromium = Chromium.start();
        house = PeopledHouse.open(folder, chromium);
        for (int i = 0; i < Payloads.ALL.size(); i++) {
            moveIn("m" + i, Payloads.ALL.get(i));
        }
        for (int i = 0; i < GROUPS.size(); i++) {
            moveIn("g" + i, GROUPS.get(i));
        }
    }

    private static List<String> groups() {
        return IntStream.iterate(0, from -> from < Payloads.ALL.size(), from -> from + GROUP)
                .mapToObj(from ->
                        Payloads.ALL.stream()
                                .skip(from)
                                .limit(GROUP)
                                .collect(Collectors.joining(" ")))
                .toList();
    }

    @AfterAll
    void end() {
        house.close();
        chromium.close();
    }

    /// Somebody who writes one payload wherever readers can write, and in whose account curators
    /// and a browser did, too.
    private void moveIn(String name, String payload) {
        House here = house.house();
        Storage storage = here.storage();
        Instant now = here.clock().instant();
        Reader mallory =
                Reader.joining(
                        new ReaderId(name),
                        name + "-mallory",
                        Payloads.upTo(Reader.LONGEST_SHOWN, payload),
                        Role.READER,
                        now.minus(Duration.ofDays(3)));
        assertThat(storage.readers().add(mallory)).isTrue();
        storage.votes().cast(mallory.id(), PAPER, now);
        storage.passkeys()
                .add(
                        new Passkey(
                                "key-" + name,
                                owner().id(),
                                Payloads.upTo(60, payload),
                                "AAAA",
                                0,
                                now,
                                null));
        storage.identities()
                .link(new OutsideIdentity(payload, Payloads.upTo(255, payload), owner().id(), now));
        storage.sessions()
                .open(
                        new Session(
                                new Secret("s-" + name).hash(),
                                owner().id(),
                                now,
                                now,
                                payload,
                                payload));
        talk(mallory, payload);
        Subject subject = new Subject("reader", mallory.id().value());
        for (AuditLog.Kind kind : AuditLog.Kind.values()) {
            storage.audit()
                    .append(
                            new AuditLog.Act(
                                    now, kind, mallory.id(), payload, payload, subject, payload));
        }
        invite(mallory, payload);
    }

    private Reader owner() {
        return house.house().storage().readers().named(Asker.ADMIN.account()).orElseThrow();
    }

    private void talk(Reader mallory, String payload) {
        Storage storage = house.house().storage();
        Discussing discussing =
                new Discussing(
                        new Discussing.Parts(
                                storage.discussion(), storage.comments(), storage.notices()),
                        house.house().clock(),
                        new Random(mallory.name().hashCode()));
        Discussing.Audience all = new Discussing.Audience(List.of(owner().id()), List.of());
        Comment said =
                discussing.write(mallory.id(), PAPER, Optional.empty(), "was " + payload, all);
        discussing.edit(said, payload, List.of(), List.of());
        Comment hidden =
                discussing.write(mallory.id(), PAPER, Optional.empty(), payload + " spam", all);
        discussing.hide(hidden, Payloads.upTo(300, payload), owner().id());
        Comment admins =
                discussing.write(owner().id(), PAPER, Optional.of(said.id()), "re " + payload, all);
        discussing.hide(admins, Payloads.upTo(300, payload), mallory.id());
        for (Comment one : List.of(said, hidden)) {
            storage.reports()
                    .file(
                            new Report(
                                    mallory.id(),
                                    new Subject("comment", one.id().value()),
                                    payload,
                                    house.house().clock().instant()));
        }
    }

    /// Mail is written to whoever types an address; few payloads are one.
    private void invite(Reader mallory, String payload) {
        String local = payload.replaceAll("[^A-Za-z0-9=_.+'{}$/!#%&*?^`|~-]", "");
        MailAddress address;
        try {
            address = new MailAddress(Payloads.upTo(60, local) + "@example.org");
        } catch (IllegalArgumentException _) {
            return;
        }
        house.house().accounts().invite(mallory, Role.READER, address, "http://localhost");
        house.house().storage().credentials().await(owner().id(), address.value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                THREAD,
                "/comments",
                "/notifications",
                "/readers/" + KNOWN_NAME,
                "/settings/account",
                "/settings/account/keys",
                "/admin/members",
                "/admin/outbox",
                "/admin/moderation",
                "/admin/audit",
                "/moderation"
            })
    void whatReadersWroteStaysText(String path) {
        try (Visit visit = house.visit(Asker.ADMIN, path, Browsing.wide())) {
            visit.page()
                    .evaluate("document.querySelectorAll('details').forEach(it => it.open = true)");
            assertThat(visit.page().content()).as("a payload stands there").contains("__sprung");
            Payloads.assertHarmless(visit);
        }
    }

    @ParameterizedTest
    @FieldSource("GROUPS")
    void aReadersOwnPageAndHistoryStayText(String payloads) {
        String name = "g" + GROUPS.indexOf(payloads);
        Comment said =
                house.house().storage().comments().by(new ReaderId(name)).stream()
                        .filter(Comment::isShown)
                        .findFirst()
                        .orElseThrow();
        String comment = THREAD + "/comments/" + said.id();
        String own = "/readers/" + name + "-mallory";
        try (Visit visit = house.visit(Asker.READER, own, Browsing.phone())) {
            for (String path : List.of(own, comment + "/history", comment + "/reply?quote=1")) {
                visit.page().navigate(path);
                assertThat(visit.page().content()).as(path).contains("__sprung");
                Payloads.assertHarmless(visit);
            }
        }
    }

    /// Addresses and forms whose page repeats what came in.
    @ParameterizedTest
    @FieldSource("GROUPS")
    void whatIsTypedComesBackAsText(String payload) {
        String inPath =
                URLEncoder.encode(payload.replaceAll("[/\\\\]", ""), StandardCharsets.UTF_8)
                        .replace("+", "%20");
        String inQuery = URLEncoder.encode(payload, StandardCharsets.UTF_8);
        try (Visit visit = house.visit(Asker.ADMIN, "/wire", Browsing.wide())) {
            for (String path :
                    List.of(
                            "/readers/" + inPath,
                            "/authors/" + inPath,
                            "/papers?q=" + inQuery,
                            "/papers?q=author:" + inQuery,
                            "/notifications?show=" + inQuery,
                            "/comments?cursor=" + inQuery,
                            "/moderation?before=" + inQuery,
                            "/admin/members?after=" + inQuery,
                            "/wire?cat=" + inQuery,
                            "/invite/" + inPath)) {
                visit.page().navigate(path);
                Payloads.assertHarmless(visit);
            }
            for (Form form : forms(payload)) {
                send(visit.page(), form);
                Payloads.assertHarmless(visit);
            }
        }
        try (Visit visit = house.visit(Asker.VISITOR, "/wire", Browsing.wide())) {
            for (Form form : formsOfVisitors(payload)) {
                send(visit.page(), form);
                Payloads.assertHarmless(visit);
            }
        }
    }

    private record Form(String action, Map<String, String> fields) {
        Map<String, Object> asArgument() {
            return Map.of("action", action, "fields", fields);
        }
    }

    private static List<Form> forms(String payload) {
        return List.of(
                new Form(THREAD + "/comments", Map.of("text", payload, "deed", "preview")),
                new Form(THREAD + "/comments", Map.of("text", payload, "parent", payload)),
                new Form(THREAD + "/vote", Map.of("value", payload)),
                new Form(THREAD + "/same", Map.of("deed", "unite", "id", payload)),
                new Form("/notifications", Map.of("mark", payload)),
                new Form("/settings/account/name", Map.of("shown", payload.repeat(4))),
                new Form("/settings/account/address", Map.of("address", payload, "password", "x")),
                new Form("/admin/members/role", Map.of("member", payload, "role", payload)),
                new Form("/admin/members/role", Map.of("member", payload, "role", "reader")),
                new Form("/admin/members/invite", Map.of("address", payload, "role", "reader")),
                new Form(
                        "/admin/moderation",
                        Map.of("subject", payload, "outcome", payload, "reason", payload)),
                new Form("/wire/fetch", Map.of("paper", payload)),
                new Form(
                        "/admin/house",
                        Map.of(
                                "name",
                                payload.repeat(4),
                                "line",
                                payload,
                                "further",
                                payload,
                                "keywords",
                                payload,
                                "registration",
                                payload)));
    }

    private static List<Form> formsOfVisitors(String payload) {
        return List.of(
                new Form("/sign-in", Map.of("name", payload, "password", payload, "next", payload)),
                new Form(
                        "/register",
                        Map.of(
                                "name",
                                payload,
                                "shown",
                                payload,
                                "address",
                                payload,
                                "password",
                                payload,
                                "next",
                                payload)),
                new Form("/forgot", Map.of("address", payload)),
                new Form("/confirm", Map.of("token", payload)),
                new Form("/reset", Map.of("token", payload, "password", payload)));
    }

    /// Sends it from a page of the house, as the page's own form would, and waits for the answer.
    private static void send(Page page, Form form) {
        AtomicInteger loaded = new AtomicInteger();
        Consumer<Page> listener = _ -> loaded.incrementAndGet();
        page.onDOMContentLoaded(listener);
        Response answer =
                page.waitForResponse(
                        it -> it.request().method().equals("POST"),
                        () -> page.evaluate(SEND, form.asArgument()));
        page.waitForCondition(() -> loaded.get() > 0);
        page.offDOMContentLoaded(listener);
        assertThat(answer.status()).as(form.toString()).isLessThan(500);
    }
}
