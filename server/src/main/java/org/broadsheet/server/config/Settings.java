package org.broadsheet.server.config;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.broadsheet.edition.EditionClock;
import org.broadsheet.lab.process.LabProgram;

/// The operator's settings, read from the command line, else the environment, else
/// `broadsheet.yaml` in the home folder, else the defaults. An unknown key or a value that cannot
/// be used throws [BadSetting].
///
/// @param hosts further names under which browsers may ask for this server, in lower case
public record Settings(
        int port,
        String bind,
        List<String> hosts,
        Outside outside,
        Database storage,
        EditionClock edition,
        Vectors vectors,
        LabProgram.Limits lab,
        SourceSettings sources,
        Optional<Summaries> summaries,
        Optional<OpenId> openId,
        MailSettings mail,
        LogLevel logLevel) {
    /// Where sources are asked, by their names.
    private static final Map<String, Key> ADDRESSES =
            Map.of(
                    "arxiv", Key.SOURCES_ARXIV,
                    "arxiv-api", Key.SOURCES_ARXIV_API,
                    "arxiv-rss", Key.SOURCES_ARXIV_RSS,
                    "daily", Key.SOURCES_DAILY,
                    "doi", Key.SOURCES_DOI,
                    "acl", Key.SOURCES_ACL,
                    "openreview", Key.SOURCES_OPENREVIEW,
                    "biorxiv", Key.SOURCES_BIORXIV);

    private static final String SUMMARIES_KEY = "BROADSHEET_SUMMARIES_KEY";
    private static final String OIDC_SECRET = "BROADSHEET_OIDC_SECRET";

    /// Variables that start like ours but are the launcher's or name the home folder itself.
    private static final Set<String> OTHER_VARIABLES =
            Set.of(
                    "BROADSHEET_HOME",
                    "BROADSHEET_AOT",
                    "BROADSHEET_CHROMIUM",
                    "BROADSHEET_JAVA_OPTS",
                    SUMMARIES_KEY,
                    OIDC_SECRET,
                    MailKeys.PASSWORD);

    private static final int LONGEST_MODEL = 200;
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String PREFIX = "BROADSHEET_";

    public Settings {
        hosts = List.copyOf(hosts);
    }

    /// Whether papers are found by meaning, too.
    public enum Vectors {
        ENABLED,
        DISABLED
    }

    /// Whom to ask for summaries.
    ///
    /// @param key empty where none is needed; from the environment alone, and never shown
    public record Summaries(URI endpoint, String model, String key) {
        @Override
        public String toString() {
            return model + " at " + endpoint;
        }
    }

    /// Where readers can sign in by OpenID Connect.
    ///
    /// @param name what the button says
    /// @param client this house's id there
    /// @param secret empty for a public client; from the environment alone, and never shown
    public record OpenId(URI issuer, String name, String client, String secret) {
        @Override
        public String toString() {
            return client + " at " + issuer;
        }
    }

    public enum LogLevel {
        ERROR,
        WARN,
        INFO,
        DEBUG,
        TRACE
    }

    public static Settings read(
            Path home, Map<String, String> environment, Map<Key, String> options)
            throws IOException {
        Stated stated = new Stated();
        new SettingsFile(home).readInto(stated);
        environment.forEach((name, value) -> readVariable(name, value, stated));
        options.forEach((key, value) -> stated.put(key, value, "--" + key.dotted()));
        return of(stated, environment);
    }

    /// Writes a commented `broadsheet.yaml` into a home that has none.
    public static void writeDefaults(Path home) throws IOException {
        new SettingsFile(home).writeDefaults();
    }

    private static void readVariable(String name, String value, Stated stated) {
        if (!name.startsWith(PREFIX) || OTHER_VARIABLES.contains(name)) {
            return;
        }
        for (Key key : Key.values()) {
            if (key.variable().equals(name)) {
                stated.put(key, value, "the environment variable " + name);
                return;
            }
        }
        String dotted = name.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '.');
        throw new BadSetting(
                "unknown environment variable %s; did you mean %s?"
                        .formatted(name, Key.nearest(dotted).variable()));
    }

    private static Settings of(Stated stated, Map<String, String> environment) {
        return new Settings(
                port(stated.value(Key.PORT)),
                bind(stated.value(Key.BIND)),
                hosts(stated.value(Key.HOSTS)),
                new Outside(
                        site(stated.value(Key.BASE_URL)),
                        proxies(stated.value(Key.TRUSTED_PROXIES))),
                storage(stated.value(Key.STORAGE)),
                new EditionClock(
                        zone(stated.value(Key.EDITION_ZONE)),
                        time(stated.value(Key.EDITION_TURN_OVER))),
                vectors(stated.value(Key.VECTORS_ENABLED)),
                new LabProgram.Limits(
                        whole(stated.value(Key.LAB_MEMORY), 64, 1_048_576),
                        Duration.ofMinutes(whole(stated.value(Key.LAB_TIME), 1, 100_000))),
                sources(stated),
                summaries(stated, environment),
                openId(stated, environment),
                MailKeys.read(stated, environment),
                logLevel(stated.value(Key.LOG_LEVEL)));
    }

    private static int port(Stated.Value value) {
        if (value.text().matches("\\d{1,5}") && Integer.parseInt(value.text()) <= 65_535) {
            return Integer.parseInt(value.text());
        }
        throw value.refused();
    }

    private static String bind(Stated.Value value) {
        if (value.text().matches("[\\p{L}\\p{N}.:_%-]{1,255}")) {
            return value.text();
        }
        throw value.refused();
    }

    private static List<String> hosts(Stated.Value value) {
        List<String> names =
                Arrays.stream(value.text().split(","))
                        .map(name -> name.strip().toLowerCase(Locale.ROOT))
                        .filter(name -> !name.isEmpty())
                        .toList();
        if (names.stream().allMatch(name -> name.matches("[a-z0-9._-]+|\\[[0-9a-f:.]+\\]"))) {
            return names;
        }
        throw value.refused();
    }

    private static Optional<URI> site(Stated.Value value) {
        if (value.text().isEmpty()) {
            return Optional.empty();
        }
        URI address = address(value);
        String path = String.valueOf(address.getRawPath());
        if (!path.isEmpty() && !path.equals("/")
                || address.getRawUserInfo() != null
                || address.getRawFragment() != null) {
            throw value.refused();
        }
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        return Optional.of(
                URI.create(
                        (address.getScheme() + "://" + address.getHost() + port)
                                .toLowerCase(Locale.ROOT)));
    }

    private static List<AddressRange> proxies(Stated.Value value) {
        try {
            return Arrays.stream(value.text().split(","))
                    .map(String::strip)
                    .filter(range -> !range.isEmpty())
                    .map(AddressRange::of)
                    .toList();
        } catch (IllegalArgumentException _) {
            throw value.refused();
        }
    }

    private static Database storage(Stated.Value value) {
        if (value.text().equals("sqlite")) {
            return new Database.Sqlite();
        }
        if (value.text().startsWith("jdbc:postgresql:")) {
            return new Database.Postgresql(value.text());
        }
        throw value.refused();
    }

    private static LocalTime time(Stated.Value value) {
        try {
            return LocalTime.parse(value.text());
        } catch (DateTimeException _) {
            throw value.refused();
        }
    }

    private static ZoneId zone(Stated.Value value) {
        try {
            return ZoneId.of(value.text());
        } catch (DateTimeException _) {
            throw value.refused();
        }
    }

    private static Vectors vectors(Stated.Value value) {
        return switch (value.text()) {
            case "true" -> Vectors.ENABLED;
            case "false" -> Vectors.DISABLED;
            default -> throw value.refused();
        };
    }

    private static int whole(Stated.Value value, int least, int most) {
        if (value.text().matches("\\d{1,8}")) {
            int number = Integer.parseInt(value.text());
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw value.refused();
    }

    private static SourceSettings sources(Stated stated) {
        return new SourceSettings(
                contact(stated.value(Key.SOURCES_CONTACT)),
                time(stated.value(Key.SOURCES_HARVEST_AT)),
                ADDRESSES.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        source -> address(stated.value(source.getValue())))));
    }

    private static String contact(Stated.Value value) {
        if (value.text().matches("[^\\p{Cntrl}()]{0,200}")) {
            return value.text();
        }
        throw value.refused();
    }

    private static Optional<Summaries> summaries(Stated stated, Map<String, String> environment) {
        Stated.Value endpoint = stated.value(Key.SUMMARIES_ENDPOINT);
        Stated.Value model = stated.value(Key.SUMMARIES_MODEL);
        if (endpoint.text().isEmpty()) {
            return Optional.empty();
        }
        if (model.text().isEmpty() || model.text().length() > LONGEST_MODEL) {
            throw model.refused();
        }
        String key = environment.getOrDefault(SUMMARIES_KEY, "").strip();
        return Optional.of(new Summaries(address(endpoint), model.text(), key));
    }

    private static Optional<OpenId> openId(Stated stated, Map<String, String> environment) {
        Stated.Value issuer = stated.value(Key.OIDC_ISSUER);
        if (issuer.text().isEmpty()) {
            return Optional.empty();
        }
        URI address = address(issuer);
        if (!"https".equalsIgnoreCase(address.getScheme())
                && !THIS_MACHINE.contains(address.getHost())) {
            throw issuer.refused();
        }
        String client = line(stated.value(Key.OIDC_CLIENT), 1, LONGEST_MODEL);
        String name = line(stated.value(Key.OIDC_NAME), 0, 60);
        return Optional.of(
                new OpenId(
                        address,
                        name.isEmpty() ? address.getHost() : name,
                        client,
                        environment.getOrDefault(OIDC_SECRET, "").strip()));
    }

    private static String line(Stated.Value value, int least, int most) {
        if (value.text().matches("[^\\p{Cntrl}]{%d,%d}".formatted(least, most))) {
            return value.text();
        }
        throw value.refused();
    }

    private static URI address(Stated.Value value) {
        try {
            URI address = new URI(value.text());
            boolean isWeb =
                    "http".equalsIgnoreCase(address.getScheme())
                            || "https".equalsIgnoreCase(address.getScheme());
            if (isWeb && address.getHost() != null && address.getQuery() == null) {
                return address;
            }
        } catch (URISyntaxException _) {
            // Refused below.
        }
        throw value.refused();
    }

    private static LogLevel logLevel(Stated.Value value) {
        return Arrays.stream(LogLevel.values())
                .filter(level -> level.name().equalsIgnoreCase(value.text()))
                .findFirst()
                .orElseThrow(value::refused);
    }
}
