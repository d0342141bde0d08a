package org.broadsheet.server.matrix;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.broadsheet.server.config.Key;
import org.broadsheet.server.config.Settings;
import org.broadsheet.server.home.Home;
import org.broadsheet.server.home.Opening;
import org.broadsheet.server.house.House;
import org.broadsheet.server.wiring.Listening;
import org.broadsheet.server.wiring.Wiring;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/// The house as `serve` puts it on the web, with somebody in each role; nothing goes on by itself.
record WholeHouse(
        Home home,
        House house,
        PlayedRoles roles,
        ConfigurableApplicationContext web,
        HttpClient http)
        implements AutoCloseable {
    static WholeHouse open(Path folder) throws IOException {
        if (!(Home.open(folder) instanceof Opening.Opened(Home home))) {
            throw new AssertionError(folder + " cannot be opened");
        }
        Settings settings =
                Settings.read(
                        folder, Map.of(), Map.of(Key.PORT, "0", Key.VECTORS_ENABLED, "false"));
        House house = House.open(folder, settings, Clock.systemUTC());
        SpringApplication app = new SpringApplication(Wiring.class);
        app.setRegisterShutdownHook(false);
        app.addInitializers(context -> {
            var beans = ((GenericApplicationContext) context).getBeanFactory();
            beans.registerSingleton("home", home);
            beans.registerSingleton("house", house);
            beans.registerSingleton(
                    "listening", new Listening("localhost", InetAddress.getLoopbackAddress()));
        });
        var web = app.run("--server.address=127.0.0.1", "--server.port=0");
        return new WholeHouse(home, house, new PlayedRoles(house), web, HttpClient.newHttpClient());
    }

    int port() {
        var server = ((WebServerApplicationContext) web).getWebServer();
        return Objects.requireNonNull(server).getPort();
    }

    /// Every method and pattern that Spring sends to a handler.
    Set<String> routes() {
        return web.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
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
        try (home;
                house;
                web;
                http) {
            // the client first, then the web, then the house
        }
    }
}
