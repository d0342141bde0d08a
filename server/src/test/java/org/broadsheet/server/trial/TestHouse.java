package org.broadsheet.server.trial;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.broadsheet.change.ChangeLog;
import org.broadsheet.edition.EditionClock;
import org.broadsheet.edition.Editions;
import org.broadsheet.edition.RankedEditions;
import org.broadsheet.search.Search;
import org.broadsheet.server.config.Outside;
import org.broadsheet.server.home.OwnerCommand;
import org.broadsheet.server.home.OwnerEndpoint;
import org.broadsheet.server.home.OwnerToken;
import org.broadsheet.server.security.Access;
import org.broadsheet.server.security.AllowedHosts;
import org.broadsheet.server.wiring.ApiRoutes;
import org.broadsheet.server.wiring.Doors;
import org.broadsheet.storage.InMemoryStorage;
import org.broadsheet.storage.Storage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;

/// The doors and routes as they are shipped, over a store in memory and a clock in the test's hand,
/// on a free loopback port.
public final class TestHouse implements AutoCloseable {
    public static final OwnerToken TOKEN = new OwnerToken("0123456789abcdef");

    public final InMemoryStorage storage = new InMemoryStorage();
    public final MovableClock clock = new MovableClock(Instant.parse("2025-11-07T18:00:00Z"));

    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;
    private final int port;

    private TestHouse(InetAddress claimed, List<OwnerCommand<?>> commands, Class<?>... more) {
        context =
                new SpringApplicationBuilder(Setting.class)
                        .sources(more)
                        .initializers(context ->
                                register((GenericApplicationContext) context, claimed, commands))
                        .run("--server.port=0", "--server.address=127.0.0.1");
        var server = ((WebServerApplicationContext) context).getWebServer();
        port = Objects.requireNonNull(server).getPort();
    }

    /// @param more configuration classes with pages of the test's own
    public static TestHouse start(Class<?>... more) {
        return new TestHouse(InetAddress.getLoopbackAddress(), List.of(), more);
    }

    /// A house that believes to be bound where others reach it.
    public static TestHouse reachedByOthers(Class<?>... more) {
        return new TestHouse(InetAddress.ofLiteral("0.0.0.0"), List.of(), more);
    }

    public static TestHouse taking(List<OwnerCommand<?>> commands) {
        return new TestHouse(InetAddress.getLoopbackAddress(), commands);
    }

    public int port() {
        return port;
    }

    /// A part of the running server.
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public HttpResponse<String> get(String path, String... headers) throws Exception {
        return send("GET", path, headers);
    }

    public HttpResponse<String> send(String method, String path, String... headers)
            throws Exception {
        return http.send(request(method, path, headers), BodyHandlers.ofString());
    }

    public HttpResponse<byte[]> bytes(String path, String... headers) throws Exception {
        return http.send(request("GET", path, headers), BodyHandlers.ofByteArray());
    }

    private HttpRequest request(String method, String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request.build();
    }

    @Override
    public void close() {
        context.close();
        http.close();
    }

    private void register(
            GenericApplicationContext context,
            InetAddress claimed,
            List<OwnerCommand<?>> commands) {
        context.registerBean(Storage.class, () -> storage);
        context.registerBean(ChangeLog.class, storage::changes);
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(Search.class, () -> new TitleSearch(storage.papers()));
        context.registerBean(Access.class, () -> Access.boundTo(claimed));
        context.registerBean(
                AllowedHosts.class,
                () -> new AllowedHosts("localhost", claimed, List.of("papers.example.org")));
        context.registerBean(Outside.class, () -> Outside.NOWHERE);
        context.registerBean(OwnerEndpoint.class, () -> new OwnerEndpoint(TOKEN, commands));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
    @Import({Doors.class, ApiRoutes.class})
    static class Setting {
        @Bean
        EditionClock editionClock() {
            return EditionClock.DEFAULT;
        }

        @Bean
        OwnerToken ownerToken() {
            return TOKEN;
        }

        @Bean
        Editions editions(Storage storage, EditionClock clock) {
            return new RankedEditions(storage, clock);
        }
    }
}
