package org.broadsheet.server.web;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.broadsheet.account.Secret;
import org.broadsheet.account.Session;
import org.broadsheet.reader.Reader;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.Role;

/// Somebody with an account, signed in: no password is worked on.
record Signed(PageHouse house, Reader reader, String cookie) {
    /// Adds an account whose votes count at once.
    static Signed in(PageHouse house, String name, Role role) {
        return in(
                house,
                Reader.joining(new ReaderId("r-" + name), name, name, role, house.clock.instant()));
    }

    static Signed in(PageHouse house, Reader reader) {
        house.storage.readers().add(reader);
        Secret secret = Secret.random(new SecureRandom());
        var now = house.clock.instant();
        house.storage
                .sessions()
                .open(new Session(secret.hash(), reader.id(), now, now, "a test", "127.0.0.1"));
        return new Signed(house, reader, "session=" + secret.value());
    }

    HttpResponse<String> get(String path) throws Exception {
        return house.get(path, "Cookie", cookie);
    }

    /// @param fields names and values
    HttpResponse<String> post(String path, String... fields) throws Exception {
        return house.post(path, form(fields), "Cookie", cookie);
    }

    HttpResponse<String> swap(String path, String... fields) throws Exception {
        return house.post(path, form(fields), "Cookie", cookie, "HX-Request", "true");
    }

    static String form(String... fields) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            form.append(i == 0 ? "" : "&")
                    .append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return form.toString();
    }
}
