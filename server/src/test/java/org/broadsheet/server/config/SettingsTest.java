package org.broadsheet.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.account.MailAddress;
import org.broadsheet.edition.EditionClock;
import org.broadsheet.lab.process.LabProgram;
import org.broadsheet.server.config.MailSettings.Credentials;
import org.broadsheet.server.config.MailSettings.Place;
import org.broadsheet.server.config.MailSettings.Security;
import org.broadsheet.server.config.MailSettings.SmtpServer;
import org.broadsheet.server.config.Settings.LogLevel;
import org.broadsheet.server.config.Settings.Vectors;
import org.broadsheet.server.sources.Sources;
import org.broadsheet.server.sources.elsewhere.AclAnthology;
import org.broadsheet.server.sources.elsewhere.Biorxiv;
import org.broadsheet.server.sources.elsewhere.DoiResolver;
import org.broadsheet.server.sources.elsewhere.OpenReview;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private static final MailSettings FILES =
            new MailSettings(
                    "",
                    new MailAddress("broadsheet@localhost"),
                    new MailAddress("broadsheet@localhost"),
                    List.of(),
                    new Credentials("", Optional.empty()),
                    4,
                    600,
                    Optional.empty(),
                    Optional.empty());

    private static final MailSettings SERVERS =
            new MailSettings(
                    "Daily Papers",
                    new MailAddress("papers@example.org"),
                    new MailAddress("returned@example.org"),
                    List.of(
                            new SmtpServer("smtp.example.org", 465, Security.TLS, "ada"),
                            new SmtpServer("relay.example.org", 587, Security.STARTTLS, ""),
                            new SmtpServer("localhost", 25, Security.IF_OFFERED, "")),
                    new Credentials("", Optional.of(Path.of("token"))),
                    8,
                    100,
                    Optional.of("papers-1"),
                    Optional.of(new Place("127.0.0.1", 2525)));

    private static final Settings DEFAULTS =
            new Settings(
                    8080,
                    "localhost",
                    List.of(),
                    Outside.NOWHERE,
                    new Database.Sqlite(),
                    EditionClock.DEFAULT,
                    Vectors.ENABLED,
                    LabProgram.Limits.STANDARD,
                    sources("", LocalTime.of(23, 30), "https://oaipmh.arxiv.org/oai"),
                    Optional.empty(),
                    Optional.empty(),
                    FILES,
                    LogLevel.WARN);

    private static final Settings OTHERS =
            new Settings(
                    9090,
                    "0.0.0.0",
                    List.of("papers.example.org", "papers"),
                    new Outside(
                            Optional.of(URI.create("https://papers.example.org")),
                            List.of(AddressRange.of("127.0.0.1"), AddressRange.of("fd00::/8"))),
                    new Database.Postgresql("jdbc:postgresql://db/papers"),
                    new EditionClock(ZoneId.of("Europe/Berlin"), LocalTime.of(6, 0)),
                    Vectors.DISABLED,
                    LabProgram.Limits.STANDARD,
                    sources("papers@example.org", LocalTime.of(5, 15), "http://mirror:8080/oai"),
                    Optional.of(
                            new Settings.Summaries(
                                    URI.create("http://localhost:11434/v1"), "sheep-7b", "")),
                    Optional.of(
                            new Settings.OpenId(
                                    URI.create("https://id.example.org/university"),
                                    "the university",
                                    "broadsheet",
                                    "")),
                    SERVERS,
                    LogLevel.DEBUG);

    private static SourceSettings sources(String contact, LocalTime harvestAt, String arxiv) {
        return new SourceSettings(
                contact,
                harvestAt,
                Map.of(
                        "arxiv", URI.create(arxiv),
                        "arxiv-api", URI.create("https://export.arxiv.org/api/query"),
                        "arxiv-rss", URI.create("https://rss.arxiv.org/rss"),
                        "daily", Sources.HOSTED,
                        "doi", DoiResolver.ADDRESS,
                        "acl", AclAnthology.ADDRESS,
                        "openreview", OpenReview.ADDRESS,
                        "biorxiv", Biorxiv.ADDRESS));
    }

    @TempDir private Path home = Path.of("");

    @Test
    void theDefaultsAreTheseAndNoneIsMissing() throws Exception {
        assertThat(read("")).isEqualTo(DEFAULTS);
    }

    @Test
    void theWrittenFileStatesTheDefaultsAndNothingElse() throws Exception {
        Settings.writeDefaults(home);
        String text = Files.readString(home.resolve("broadsheet.yaml"));
        assertThat(read(text)).isEqualTo(DEFAULTS);
        assertThat(read(text.replaceAll("(?m)^# ([a-z.-]+: \")", "$1"))).isEqualTo(DEFAULTS);
        assertThat(Arrays.stream(Key.values()).map(Key::dotted)).allMatch(text::contains);
    }

    @Test
    void aFileThatIsThereStays() throws Exception {
        Files.writeString(home.resolve("broadsheet.yaml"), "port: 1234");
        Settings.writeDefaults(home);
        assertThat(Settings.read(home, Map.of(), Map.of()).port()).isEqualTo(1234);
    }

    @Test
    void everyKeyCanBeSetInTheFile() throws Exception {
        assertThat(
                        read(
                                """
                                port: 9090
                                bind: 0.0.0.0
                                hosts: [papers.example.org, Papers]
                                base-url: https://Papers.example.org/
                                trusted-proxies: [127.0.0.1, "fd00::/8"]
                                storage: jdbc:postgresql://db/papers
                                edition:
                                  turn-over: 06:00
                                  zone: Europe/Berlin
                                vectors.enabled: false
                                sources:
                                  contact: papers@example.org
                                  harvest-at: 05:15
                                  arxiv: http://mirror:8080/oai
                                summaries: {endpoint: "http://localhost:11434/v1", model: sheep-7b}
                                oidc:
                                  issuer: https://id.example.org/university
                                  name: the university
                                  client: broadsheet
                                mail:
                                  from: Daily Papers <Papers@example.org>
                                  bounces: returned@example.org
                                  smtp: ["smtps://ada@smtp.example.org", "smtp://Relay.example.org",
                                    "smtp://localhost:25"]
                                  token-file: token
                                  connections: 8
                                  per-domain: 100
                                  dkim: papers-1
                                  receive-at: 127.0.0.1:2525
                                log: {level: DEBUG}
                                """))
                .isEqualTo(OTHERS);
    }

    @Test
    void everyKeyCanBeSetInTheEnvironment() throws Exception {
        Map<String, String> environment =
                Map.ofEntries(
                        Map.entry("BROADSHEET_PORT", "9090"),
                        Map.entry("BROADSHEET_BIND", "0.0.0.0"),
                        Map.entry("BROADSHEET_HOSTS", "papers.example.org, papers"),
                        Map.entry("BROADSHEET_BASE_URL", "https://papers.example.org"),
                        Map.entry("BROADSHEET_TRUSTED_PROXIES", "127.0.0.1, fd00::/8"),
                        Map.entry("BROADSHEET_STORAGE", "jdbc:postgresql://db/papers"),
                        Map.entry("BROADSHEET_EDITION_TURN_OVER", "06:00"),
                        Map.entry("BROADSHEET_EDITION_ZONE", "Europe/Berlin"),
                        Map.entry("BROADSHEET_VECTORS_ENABLED", "false"),
                        Map.entry("BROADSHEET_SOURCES_CONTACT", "papers@example.org"),
                        Map.entry("BROADSHEET_SOURCES_HARVEST_AT", "05:15"),
                        Map.entry("BROADSHEET_SOURCES_ARXIV", "http://mirror:8080/oai"),
                        Map.entry("BROADSHEET_SUMMARIES_ENDPOINT", "http://localhost:11434/v1"),
                        Map.entry("BROADSHEET_SUMMARIES_MODEL", "sheep-7b"),
                        Map.entry("BROADSHEET_OIDC_ISSUER", "https://id.example.org/university"),
                        Map.entry("BROADSHEET_OIDC_NAME", "the university"),
                        Map.entry("BROADSHEET_OIDC_CLIENT", "broadsheet"),
                        Map.entry("BROADSHEET_MAIL_FROM", "Daily Papers <papers@example.org>"),
                        Map.entry("BROADSHEET_MAIL_BOUNCES", "returned@example.org"),
                        Map.entry(
                                "BROADSHEET_MAIL_SMTP",
                                "smtps://ada@smtp.example.org, smtp://relay.example.org,"
                                        + "smtp://localhost:25"),
                        Map.entry("BROADSHEET_MAIL_TOKEN_FILE", "token"),
                        Map.entry("BROADSHEET_MAIL_CONNECTIONS", "8"),
                        Map.entry("BROADSHEET_MAIL_PER_DOMAIN", "100"),
                        Map.entry("BROADSHEET_MAIL_DKIM", "papers-1"),
                        Map.entry("BROADSHEET_MAIL_RECEIVE_AT", "127.0.0.1:2525"),
                        Map.entry("BROADSHEET_LOG_LEVEL", "debug"),
                        Map.entry("BROADSHEET_HOME", "elsewhere"),
                        Map.entry("PATH", "/bin"));
        assertThat(Settings.read(home, environment, Map.of())).isEqualTo(OTHERS);
    }

    @Test
    void optionsGoBeforeTheEnvironmentAndThatBeforeTheFile() throws Exception {
        Files.writeString(home.resolve("broadsheet.yaml"), "port: 1");
        Map<String, String> environment = Map.of("BROADSHEET_PORT", "2");
        assertThat(Settings.read(home, Map.of(), Map.of()).port()).isEqualTo(1);
        assertThat(Settings.read(home, environment, Map.of()).port()).isEqualTo(2);
        assertThat(Settings.read(home, environment, Map.of(Key.PORT, "3")).port()).isEqualTo(3);
    }

    @Test
    void aTimeWithoutQuotesIsATime() throws Exception {
        assertThat(read("edition.turn-over: 21:30").edition().turnOver())
                .isEqualTo(LocalTime.of(21, 30));
    }

    @ParameterizedTest
    @CsvSource({
        "prot: 1,prot,port",
        "edition.turnover: 1,edition.turnover,edition.turn-over",
        "vector.enable: 1,vector.enable,vectors.enabled",
        "port: {number: 1},port.number,port"
    })
    void anUnknownKeyIsAnsweredWithTheRightOne(String text, String key, String meant) {
        assertThatThrownBy(() -> read(text))
                .hasMessageContaining("\"" + key + "\"")
                .hasMessageContaining("did you mean \"" + meant + "\"?")
                .hasMessageContaining("line 1");
    }

    @Test
    void anUnknownVariableIsAnsweredWithTheRightOne() {
        assertThatThrownBy(() -> Settings.read(home, Map.of("BROADSHEET_PROT", "1"), Map.of()))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("did you mean BROADSHEET_PORT?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "port: 65536",
                "port: many",
                "port: -1",
                "port:",
                "bind: a b",
                "hosts: https://x",
                "hosts: ['a/b']",
                "storage: mysql",
                "edition.turn-over: 9pm",
                "edition.zone: Mars",
                "vectors.enabled: maybe",
                "sources.contact: a (b)",
                "sources.harvest-at: noon",
                "sources.arxiv: ftp://mirror/oai",
                "sources.arxiv: /oai",
                "sources.arxiv-api: https://mirror/query?a=b",
                "mail.from: nobody",
                "mail.from: \"A\\nB <a@example.org>\"",
                "mail.from: a@example.org b@example.org",
                "mail.bounces: a+b@example.org",
                "mail.bounces: abcdefghijklmnopqrstuvwxyzabc@example.org",
                "mail.smtp: http://smtp.example.org",
                "mail.smtp: smtp.example.org",
                "mail.smtp: smtp://ada:secret@smtp.example.org",
                "mail.smtp: smtp://smtp.example.org/path",
                "mail.connections: 0",
                "mail.connections: 51",
                "mail.per-domain: many",
                "mail.dkim: a.b",
                "mail.receive-at: 25",
                "mail.receive-at: localhost:70000",
                "log.level: loud"
            })
    void aWrongValueIsNamedWithWhatIsAccepted(String line) {
        String key = line.substring(0, line.indexOf(':'));
        assertThatThrownBy(() -> read("\n" + line))
                .isInstanceOf(BadSetting.class)
                .hasMessageStartingWith(key + " is \"")
                .hasMessageContaining("broadsheet.yaml, line 2; accepted is ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "port: 1\nport: 2",
                "port: [",
                "just words",
                "- a\n- b",
                "port: *x",
                "!!javax.script.ScriptEngineManager [x]",
                "hosts: [[a]]",
                "\t: x",
                "? [a]\n: b",
                "a: &a [x]\nb: *a"
            })
    void whatIsNoSettingsFileIsRefusedWithAReason(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("broadsheet.yaml");
    }

    @Test
    void textInAnotherEncodingIsRefused() throws Exception {
        Files.write(
                home.resolve("broadsheet.yaml"),
                "bind: \u00e9".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> Settings.read(home, Map.of(), Map.of()))
                .hasMessageContaining("UTF-8");
    }

    @Test
    void passwordsAreNotTold() {
        assertThatThrownBy(() -> read("storage: jdbc:mysql://me:secret@db/x?password=secret"))
                .hasMessageContaining("jdbc:mysql:")
                .hasMessageNotContaining("secret");
        assertThat(new Database.Postgresql("jdbc:postgresql://db/x?password=secret&a=b"))
                .asString()
                .doesNotContain("secret");
    }

    @Test
    void everyKeyIsInItsPage() throws Exception {
        String page = Files.readString(Path.of("../docs/configuration.md"));
        for (Key key : Key.values()) {
            assertThat(page).contains("`" + key.dotted() + "`", "`" + key.variable() + "`");
        }
    }

    private Settings read(String text) throws IOException {
        Files.writeString(home.resolve("broadsheet.yaml"), text);
        return Settings.read(home, Map.of(), Map.of());
    }

    @Test
    void theKeyOfTheSummariesIsInTheEnvironmentAloneAndNeverShown() throws Exception {
        Files.writeString(
                home.resolve("broadsheet.yaml"),
                "summaries: {endpoint: 'https://example.org/v1', model: sheep-7b}");
        Settings settings =
                Settings.read(home, Map.of("BROADSHEET_SUMMARIES_KEY", " s3cret "), Map.of());
        assertThat(settings.summaries().orElseThrow().key()).isEqualTo("s3cret");
        assertThat(settings.toString()).doesNotContain("s3cret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "summaries.endpoint: 'http://localhost/v1'",
                "{summaries.endpoint: 'ftp://localhost', summaries.model: m}",
                "{summaries.endpoint: 'not an address', summaries.model: m}"
            })
    void anEndpointNeedsAnAddressAndAModel(String text) {
        assertThatThrownBy(() -> read(text)).hasMessageContaining("summaries.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "base-url: papers.example.org",
                "base-url: ftp://papers.example.org",
                "base-url: https://papers.example.org/papers",
                "base-url: https://papers.example.org/?a=b",
                "base-url: https://papers.example.org/#a",
                "base-url: https://ada@papers.example.org",
                "base-url: 'https://'",
                "trusted-proxies: proxy.example.org",
                "trusted-proxies: 10.0.0.0/33",
                "trusted-proxies: 10.0.0.0/",
                "trusted-proxies: [127.0.0.1, all]"
            })
    void whatIsNoAddressOfOursOrOfAProxyIsRefused(String line) {
        String key = line.substring(0, line.indexOf(':'));
        assertThatThrownBy(() -> read(line))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining(key);
    }

    @Test
    void theSecretOfTheIssuerIsInTheEnvironmentAloneAndNeverShown() throws Exception {
        Files.writeString(
                home.resolve("broadsheet.yaml"),
                "oidc: {issuer: 'https://id.example.org', client: house}");
        Settings settings =
                Settings.read(home, Map.of("BROADSHEET_OIDC_SECRET", " s3cret "), Map.of());
        assertThat(settings.openId().orElseThrow().secret()).isEqualTo("s3cret");
        assertThat(settings.openId().orElseThrow().name()).isEqualTo("id.example.org");
        assertThat(settings.toString()).doesNotContain("s3cret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "oidc.issuer: 'https://id.example.org'",
                "{oidc.issuer: 'http://id.example.org', oidc.client: house}",
                "{oidc.issuer: 'id.example.org', oidc.client: house}",
                "{oidc.issuer: 'https://id.example.org', oidc.client: \"a\\nb\"}"
            })
    void anIssuerNeedsASafeAddressAndAClient(String text) {
        assertThatThrownBy(() -> read(text)).hasMessageContaining("oidc.");
    }
}
