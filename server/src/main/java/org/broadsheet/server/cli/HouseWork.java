package org.broadsheet.server.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import org.broadsheet.server.config.BadSetting;
import org.broadsheet.server.config.Key;
import org.broadsheet.server.config.Settings;
import org.broadsheet.server.home.Home;
import org.broadsheet.server.home.Opening;
import org.broadsheet.server.home.Owner;
import org.broadsheet.server.home.OwnerClient;
import org.broadsheet.server.home.OwnerCommand;
import org.broadsheet.server.house.House;
import org.broadsheet.storage.StorageException;

/// Work on a house from the command line: in this process if nobody owns the home, else in the
/// process that does.
final class HouseWork {
    private HouseWork() {}

    /// @param name the command's name, as the owner knows it
    /// @param command makes the command over a house opened here
    /// @return the exit code
    static <A extends Record> int run(
            Path folder,
            String name,
            Function<House, OwnerCommand<A>> command,
            A arguments,
            Terminal terminal) {
        Logging.gather();
        return switch (Home.open(folder)) {
            case Opening.Opened(Home home) -> here(home, command, arguments, terminal);
            case Opening.Held held -> elsewhere(held, name, arguments, terminal);
            case Opening.Unusable(String message) ->
                    throw new Failure(ExitCode.HOME_UNUSABLE, message);
        };
    }

    /// Reads the settings of a home, or throws a [Failure] that says what is wrong with them.
    static Settings settings(Path folder, Map<Key, String> options) {
        try {
            return Settings.read(folder, System.getenv(), options);
        } catch (BadSetting e) {
            throw new Failure(ExitCode.USAGE, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new Failure(
                    ExitCode.HOME_UNUSABLE, "The settings cannot be read: " + e.getMessage());
        }
    }

    /// Lays out a commented settings file in a home that has none.
    static void writeDefaults(Path folder) {
        try {
            Settings.writeDefaults(folder);
        } catch (IOException e) {
            throw new Failure(
                    ExitCode.HOME_UNUSABLE,
                    "broadsheet.yaml cannot be written into " + folder + ": " + e.getMessage());
        }
    }

    /// Opens the house, or throws a [Failure] that says why it cannot be used.
    static House open(Home home, Settings settings) {
        try {
            return House.open(home.path(), settings, Clock.systemUTC());
        } catch (StorageException | UncheckedIOException e) {
            throw new Failure(ExitCode.HOME_UNUSABLE, String.valueOf(e.getMessage()));
        }
    }

    private static <A extends Record> int here(
            Home home, Function<House, OwnerCommand<A>> command, A arguments, Terminal terminal) {
        try (home;
                House house = open(home, settings(home.path(), Map.of()))) {
            return command.apply(house).run(arguments, terminal);
        } catch (StorageException | UncheckedIOException e) {
            throw new Failure(ExitCode.HOME_UNUSABLE, String.valueOf(e.getMessage()));
        }
    }

    private static int elsewhere(
            Opening.Held held, String name, Record arguments, Terminal terminal) {
        Owner owner =
                held.owner()
                        .filter(Owner::takesCommands)
                        .orElseThrow(() -> new Failure(ExitCode.HOME_TAKEN, held.message()));
        try {
            return new OwnerClient(owner).run(name, arguments, terminal);
        } catch (IOException e) {
            throw new Failure(ExitCode.FAILED, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure(
                    ExitCode.FAILED, "Stopped. What was kept stays; run it again to go on.");
        }
    }
}
