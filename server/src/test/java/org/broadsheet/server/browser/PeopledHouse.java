package org.broadsheet.server.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.broadsheet.account.Secret;
import org.broadsheet.account.Session;
import org.broadsheet.account.SessionStore;
import org.broadsheet.reader.Reader;
import org.broadsheet.server.config.Key;
import org.broadsheet.server.house.House;
import org.broadsheet.server.trial.ServedHouse;

/// A house where people have accounts and do what people do ([People]); whoever visits it is signed
/// in already.
record PeopledHouse(ServedHouse served, Chromium chromium) implements AutoCloseable {
    static PeopledHouse open(Path folder, Chromium chromium) throws IOException {
        ServedHouse served =
                ServedHouse.open(
                        folder,
                        Map.of(Key.VECTORS_ENABLED, "false"),
                        RunningHouse.clock(),
                        PeopledHouse::fill);
        return new PeopledHouse(served, chromium);
    }

    private static void fill(House house) {
        house.follow(Oddities.keepIn(house.storage()));
        People.in(house);
    }

    House house() {
        return served.house();
    }

    Visit visit(Asker asker, String path, NewContextOptions options) {
        BrowserContext context =
                chromium.browser().newContext(options.setBaseURL(served.address()));
        if (asker.hasAccount()) {
            context.addCookies(
                    List.of(new Cookie("session", session(asker)).setUrl(served.address())));
        }
        return Visit.start(context, path);
    }

    /// The same for all visits: one browser more would stand in the account.
    private String session(Asker asker) {
        Reader reader = house().storage().readers().named(asker.account()).orElseThrow();
        Secret secret = new Secret("the-browser-of-" + reader.id().value());
        Instant now = house().clock().instant();
        SessionStore sessions = house().storage().sessions();
        if (sessions.find(secret.hash(), now).isEmpty()) {
            sessions.open(new Session(secret.hash(), reader.id(), now, now, "a test", "127.0.0.1"));
        }
        return secret.value();
    }

    @Override
    public void close() {
        served.close();
    }
}
