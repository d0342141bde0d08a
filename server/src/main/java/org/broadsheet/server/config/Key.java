package org.broadsheet.server.config;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// The operator's settings: every key of `broadsheet.yaml`, its default, and what it accepts. House
/// settings (the masthead, who may register) are in the database; no key is in both.
public enum Key {
    PORT("port", "8080", "a port from 1 to 65535, or 0 for any free one", "Where to listen."),
    BIND(
            "bind",
            "localhost",
            "a host name or address of this machine, or 0.0.0.0 for all",
            "Only this machine reaches localhost. Bound elsewhere, the server is read-only."),
    HOSTS(
            "hosts",
            "",
            "host names without port, separated by commas or as a list",
            "More names under which browsers may ask for this server, as in papers.example.org."),
    BASE_URL(
            "base-url",
            "",
            "an http or https address without a path, as in https://papers.example.org",
            "The address under which the world knows this server; links and feeds name it."),
    TRUSTED_PROXIES(
            "trusted-proxies",
            "",
            "addresses or ranges such as 127.0.0.1 or 10.0.0.0/8, separated by commas or as a list",
            "Proxies whose X-Forwarded-For and X-Forwarded-Proto are believed."),
    STORAGE(
            "storage",
            "sqlite",
            "sqlite, or jdbc:postgresql://host/database?user=…&password=…",
            "The database: one file in this folder, or a PostgreSQL."),
    EDITION_TURN_OVER(
            "edition.turn-over",
            "21:30",
            "a time of day such as 21:30",
            "When the next day's edition opens, in the time zone below."),
    EDITION_ZONE(
            "edition.zone",
            "America/New_York",
            "a time zone such as Europe/Berlin or UTC",
            "The edition's time zone."),
    VECTORS_ENABLED(
            "vectors.enabled",
            "true",
            "true or false",
            "Whether papers are also found by meaning; needs about 200 MB of memory."),
    LAB_MEMORY(
            "lab.memory",
            "2048",
            "mebibytes from 64 to 1048576",
            "How much heap one run of a reproduction may use."),
    LAB_TIME(
            "lab.time",
            "60",
            "minutes from 1 to 100000",
            "After how long a run of a reproduction is ended."),
    SOURCES_CONTACT(
            "sources.contact",
            "",
            "a mail address or a page, in a line of at most 200 letters",
            "Where somebody answers for this house. Sources are told it with every request."),
    SOURCES_HARVEST_AT(
            "sources.harvest-at",
            "23:30",
            "a time of day such as 23:30",
            "When the nightly harvest begins, in the edition's time zone."),
    SOURCES_ARXIV(
            "sources.arxiv",
            "https://oaipmh.arxiv.org/oai",
            "an address with http:// or https://",
            "arXiv's OAI-PMH interface, or a mirror of it."),
    SOURCES_ARXIV_API(
            "sources.arxiv-api",
            "https://export.arxiv.org/api/query",
            "an address with http:// or https://",
            "arXiv's Atom API, or a mirror of it."),
    SOURCES_ARXIV_RSS(
            "sources.arxiv-rss",
            "https://rss.arxiv.org/rss",
            "an address with http:// or https://",
            "arXiv's RSS listings, or a mirror of them."),
    SOURCES_DAILY(
            "sources.daily",
            "https://huggingface.co/",
            "an address with http:// or https://",
            "The hosted page, or a mirror of its daily JSON."),
    SOURCES_DOI(
            "sources.doi",
            "https://doi.org/",
            "an address with http:// or https://",
            "The resolver of DOIs, or a mirror of it."),
    SOURCES_ACL(
            "sources.acl",
            "https://raw.githubusercontent.com/acl-org/acl-anthology/master/data/xml/",
            "an address with http:// or https://",
            "The ACL Anthology's volumes as XML, or a copy of them."),
    SOURCES_OPENREVIEW(
            "sources.openreview",
            "https://api2.openreview.net/",
            "an address with http:// or https://",
            "OpenReview's API, or a mirror of it."),
    SOURCES_BIORXIV(
            "sources.biorxiv",
            "https://api.biorxiv.org/",
            "an address with http:// or https://",
            "The API of bioRxiv and medRxiv, or a mirror of it."),
    SUMMARIES_ENDPOINT(
            "summaries.endpoint",
            "",
            "an http or https address, as in http://localhost:11434/v1",
            "Whom to ask for summaries: a server with OpenAI's chat interface. Empty: nobody."),
    SUMMARIES_MODEL(
            "summaries.model",
            "",
            "the name of a model there",
            "Which model to ask. Its key, if it needs one, is in BROADSHEET_SUMMARIES_KEY."),
    OIDC_ISSUER(
            "oidc.issuer",
            "",
            "an https address, as in https://id.example.org; http only on this machine",
            "Where readers can sign in by OpenID Connect. Empty: nowhere."),
    OIDC_CLIENT(
            "oidc.client",
            "",
            "a name in a line of 1 to 200 letters",
            "This house's client id there. Its secret, if it has one, is in BROADSHEET_OIDC_SECRET."),
    OIDC_NAME(
            "oidc.name",
            "",
            "a name in a line of at most 60 letters",
            "What the button to sign in there says. Empty: the issuer's host."),
    MAIL_FROM(
            "mail.from",
            "broadsheet@localhost",
            "an address, or a name and an address, as in Daily Papers <papers@example.org>",
            "Whom mails come from."),
    MAIL_SMTP(
            "mail.smtp",
            "",
            "addresses such as smtps://user@smtp.example.org or smtp://localhost:25, by commas",
            "The servers that take mail, the first that answers. Empty: mails become files."),
    MAIL_TOKEN_FILE(
            "mail.token-file",
            "",
            "the path of a file",
            "Holds an OAuth2 access token for them, read for each connection."),
    MAIL_BOUNCES(
            "mail.bounces",
            "",
            "an address with at most 26 letters and no + before its @",
            "Where mail that cannot be delivered goes back to. Empty: to mail.from."),
    MAIL_CONNECTIONS(
            "mail.connections",
            "4",
            "a number from 1 to 50",
            "How many connections send mail at once."),
    MAIL_PER_DOMAIN(
            "mail.per-domain",
            "600",
            "a number from 1 to 1000000",
            "How many mails a minute one domain gets."),
    MAIL_DKIM(
            "mail.dkim",
            "",
            "a selector of at most 50 small letters, digits and -",
            "Signs mails for the domain of mail.from. Its keys are in the folder dkim."),
    MAIL_RECEIVE_AT(
            "mail.receive-at",
            "",
            "an address and a port, as in 127.0.0.1:2525",
            "Where mail that comes back is taken by SMTP. Empty: nowhere."),
    LOG_LEVEL(
            "log.level",
            "warn",
            "error, warn, info, debug or trace",
            "How much the server tells about its work.");

    private final String dotted;
    private final String standard;
    private final String accepted;
    private final String help;

    Key(String dotted, String standard, String accepted, String help) {
        this.dotted = dotted;
        this.standard = standard;
        this.accepted = accepted;
        this.help = help;
    }

    /// As in `edition.turn-over`.
    public String dotted() {
        return dotted;
    }

    /// As in `BROADSHEET_EDITION_TURN_OVER`.
    public String variable() {
        return "BROADSHEET_" + dotted.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    public String standard() {
        return standard;
    }

    public String accepted() {
        return accepted;
    }

    public String help() {
        return help;
    }

    static Optional<Key> of(String dotted) {
        return Arrays.stream(values()).filter(key -> key.dotted.equals(dotted)).findFirst();
    }

    /// The key that somebody who wrote this most likely meant.
    static Key nearest(String dotted) {
        return Arrays.stream(values())
                .min(Comparator.comparingInt(key -> Edits.between(key.dotted, dotted)))
                .orElseThrow();
    }
}
