package org.broadsheet.server.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.account.MailAddress;
import org.broadsheet.server.config.MailSettings.Credentials;
import org.broadsheet.server.config.MailSettings.Place;
import org.broadsheet.server.config.MailSettings.Security;
import org.broadsheet.server.config.MailSettings.SmtpServer;

/// Reads the settings of mail.
final class MailKeys {
    static final String PASSWORD = "BROADSHEET_MAIL_PASSWORD";

    private static final int TLS_PORT = 465;
    private static final int SUBMISSION_PORT = 587;

    /// A name before the `@` has at most 64 letters, of which a mark takes 38 (`ReturnPath`).
    private static final int LONGEST_BOUNCES = 26;

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern NAMED =
            Pattern.compile("([^<>\"\\p{Cntrl}]{0,100}?)\\s*<([^<>]+)>");

    private static final int MOST_PORT = 65_535;
    private static final Pattern PLACE =
            Pattern.compile("([A-Za-z0-9.-]{1,253}|\\[[0-9a-f:]+])[:](\\d{1,5})");

    private MailKeys() {}

    static MailSettings read(Stated stated, Map<String, String> environment) {
        Stated.Value from = stated.value(Key.MAIL_FROM);
        Matcher named = NAMED.matcher(from.text());
        MailAddress address = address(from, named.matches() ? named.group(2) : from.text());
        String tokenFile = stated.value(Key.MAIL_TOKEN_FILE).text();
        return new MailSettings(
                named.matches() ? named.group(1).strip() : "",
                address,
                bounces(stated.value(Key.MAIL_BOUNCES), address),
                servers(stated.value(Key.MAIL_SMTP)),
                new Credentials(
                        environment.getOrDefault(PASSWORD, "").strip(),
                        tokenFile.isEmpty() ? Optional.empty() : Optional.of(Path.of(tokenFile))),
                whole(stated.value(Key.MAIL_CONNECTIONS), 50),
                whole(stated.value(Key.MAIL_PER_DOMAIN), 1_000_000),
                selector(stated.value(Key.MAIL_DKIM)),
                place(stated.value(Key.MAIL_RECEIVE_AT)));
    }

    private static MailAddress address(Stated.Value value, String text) {
        try {
            return new MailAddress(text);
        } catch (IllegalArgumentException _) {
            throw value.refused();
        }
    }

    private static MailAddress bounces(Stated.Value value, MailAddress standard) {
        MailAddress bounces = value.text().isEmpty() ? standard : address(value, value.text());
        if (bounces.value().indexOf('@') > LONGEST_BOUNCES || bounces.value().contains("+")) {
            throw value.refused();
        }
        return bounces;
    }

    private static List<SmtpServer> servers(Stated.Value value) {
        return Arrays.stream(value.text().split(","))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .map(it -> server(value, it))
                .toList();
    }

    private static SmtpServer server(Stated.Value value, String text) {
        try {
            URI address = new URI(text);
            boolean isTls = "smtps".equalsIgnoreCase(address.getScheme());
            boolean isSmtp = isTls || "smtp".equalsIgnoreCase(address.getScheme());
            String host = address.getHost();
            String user = Optional.ofNullable(address.getUserInfo()).orElse("");
            boolean isBare = address.getRawPath().isEmpty() && address.getRawQuery() == null;
            if (!isSmtp || host == null || !isBare || user.contains(":")) {
                throw value.refused();
            }
            int port = isTls ? TLS_PORT : SUBMISSION_PORT;
            return new SmtpServer(
                    host.toLowerCase(Locale.ROOT),
                    address.getPort() < 0 ? port : address.getPort(),
                    security(isTls, host),
                    user);
        } catch (URISyntaxException _) {
            throw value.refused();
        }
    }

    private static Security security(boolean isTls, String host) {
        if (isTls) {
            return Security.TLS;
        }
        return THIS_MACHINE.contains(host.toLowerCase(Locale.ROOT))
                ? Security.IF_OFFERED
                : Security.STARTTLS;
    }

    private static Optional<Place> place(Stated.Value value) {
        if (value.text().isEmpty()) {
            return Optional.empty();
        }
        Matcher place = PLACE.matcher(value.text());
        if (place.matches() && Integer.parseInt(place.group(2)) <= MOST_PORT) {
            return Optional.of(new Place(place.group(1), Integer.parseInt(place.group(2))));
        }
        throw value.refused();
    }

    private static int whole(Stated.Value value, int most) {
        if (value.text().matches("[1-9]\\d{0,6}") && Integer.parseInt(value.text()) <= most) {
            return Integer.parseInt(value.text());
        }
        throw value.refused();
    }

    private static Optional<String> selector(Stated.Value value) {
        if (value.text().matches("|[a-z0-9]([a-z0-9-]{0,48}[a-z0-9])?")) {
            return Optional.of(value.text()).filter(it -> !it.isEmpty());
        }
        throw value.refused();
    }
}
