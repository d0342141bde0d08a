package org.broadsheet.server.trial;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
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

/// A whole house on the web, as `serve` puts it there, on a free loopback port. Nothing goes on by
/// itself until a test starts it.
public record ServedHouse(Home home, House house, ConfigurableApplicationContext web)
        implements AutoCloseable {
    /// @param chosen settings beside the port
    /// @param fill what is put into the house before it is on the web
    public static ServedHouse open(
            Path folder, Map<Key, String> chosen, Clock clock, Consumer<House> fill)
            throws IOException {
        if (!(Home.open(folder) instanceof Opening.Opened(Home home))) {
            throw new AssertionError(folder + " cannot be opened");
        }
        Map<Key, String> settings = new EnumMap<>(Key.class);
        settings.putAll(chosen);
        settings.put(Key.PORT, "0");
        House house = House.open(folder, Settings.read(folder, Map.of(), settings), clock);
        fill.accept(house);
        return new ServedHouse(home, house, serve(home, house));
    }

    private static ConfigurableApplicationContext serve(Home home, House house) {
        SpringApplication app = new SpringApplication(Wiring.class);
        app.setRegisterShutdownHook(false);
        app.addInitializers(context -> {
            var beans = ((GenericApplicationContext) context).getBeanFactory();
            beans.registerSingleton("home", home);
            beans.registerSingleton("house", house);
            beans.registerSingleton(
                    "listening", new Listening("localhost", InetAddress.ofLiteral("127.0.0.1")));
        });
        return app.run("--server.address=127.0.0.1", "--server.port=0");
    }

    public int port() {
        var server = ((WebServerApplicationContext) web).getWebServer();
        return Objects.requireNonNull(server).getPort();
    }

    public String address() {
        return "http://localhost:" + port();
    }

    @Override
    public void close() {
        try (home;
                house;
                web) {
            // ends the web first, then the house, then gives the folder back
        }
    }
}
