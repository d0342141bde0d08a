package org.broadsheet.server.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.broadsheet.account.MailAddress;

/// How the house's mail leaves it.
///
/// @param name of the sender as readers see it; empty for none
/// @param from the sender's address
/// @param bounces where mail that cannot be delivered goes back to, marked with which one it was
/// @param servers that take mail, the first that answers; none where mails become files
/// @param credentials for those of them that are named with a user
/// @param connections how many are spoken to at once
/// @param perDomain how many mails a minute one domain gets
/// @param selector under which DKIM keys are published; absent for no signatures
/// @param receiveAt where mail that comes back is taken by SMTP; absent for nowhere
public record MailSettings(
        String name,
        MailAddress from,
        MailAddress bounces,
        List<SmtpServer> servers,
        Credentials credentials,
        int connections,
        int perDomain,
        Optional<String> selector,
        Optional<Place> receiveAt) {
    public MailSettings {
        servers = List.copyOf(servers);
    }

    /// An address and a port to listen at.
    public record Place(String host, int port) {
        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    /// A server that takes mail.
    ///
    /// @param user empty for none
    public record SmtpServer(String host, int port, Security security, String user) {
        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    /// How the connection to a server is kept from others.
    public enum Security {
        /// TLS from the first byte.
        TLS,
        /// TLS before anything is said that matters, or not at all.
        STARTTLS,
        /// TLS where the server offers it.
        IF_OFFERED
    }

    /// Proves who we are.
    ///
    /// @param password from the environment alone, and never shown
    /// @param tokenFile holds an OAuth2 access token, read for each connection
    public record Credentials(String password, Optional<Path> tokenFile) {
        @Override
        public String toString() {
            return tokenFile.map(it -> "the token in " + it).orElse("a password");
        }
    }
}
