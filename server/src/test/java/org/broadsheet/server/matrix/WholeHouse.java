package org.broadsheet.server.matrix;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.broadsheet.server.config.Key;
import org.broadsheet.server.house.House;
import org.broadsheet.server.trial.ServedHouse;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/// The house as `serve` puts it on the web, with somebody in each role; nothing goes on by itself.
record WholeHouse(ServedHouse served, PlayedRoles roles, HttpClient http) implements AutoCloseable {
    static WholeHouse open(Path folder) throws IOException {
        ServedHouse served =
                ServedHouse.open(
                        folder, Map.of(Key.VECTORS_ENABLED, "false"), Clock.systemUTC(), _ -> {});
        return new WholeHouse(served, new PlayedRoles(served.house()), HttpClient.newHttpClient());
    }

    House house() {
        return served.house();
    }

    int port() {
        return served.port();
    }

    /// Every method and pattern that Spring sends to a handler.
    Set<String> routes() {
        return served.web().getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(info ->
                        info.getPatternValues().stream()
                                .map(pattern ->
                                        info.getMethodsCondition().getMethods().stream()
                                                        .map(Enum::name)
                                                        .collect(Collectors.joining(","))
                                                + " "
                                                + pattern))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    HttpResponse<String> send(Entry entry, Role role, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port() + entry.path()));
        if (role != Role.VISITOR) {
            request.header("Cookie", roles.cookie(role));
        }
        if (entry.isPost()) {
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(entry.form()));
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        try (served;
                http) {
            // the client first
        }
    }
}
