package org.broadsheet.server.cli;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.broadsheet.server.home.Home;
import org.broadsheet.server.home.Opening;
import org.broadsheet.server.house.House;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The command `worker`: runs what is asked for, without pages, until the process is told to end.
@Command(
        name = "worker",
        description = {
            "Takes runs of reproductions from the queue until Ctrl-C.",
            "For a second machine over the same PostgreSQL, with a data folder of its own; over"
                    + " SQLite the server itself does this work."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class Worker implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private HomeOption home = new HomeOption();

    @Override
    public Integer call() throws InterruptedException {
        Logging.gather();
        return switch (Home.open(home.folder())) {
            case Opening.Opened(Home opened) -> work(opened);
            case Opening.Held held -> throw new Failure(ExitCode.HOME_TAKEN, held.message());
            case Opening.Unusable(String message) ->
                    throw new Failure(ExitCode.HOME_UNUSABLE, message);
        };
    }

    private int work(Home opened) throws InterruptedException {
        CountDownLatch told = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        Thread ending = new Thread(() -> end(told, closed), "closing");
        try (opened;
                House house = HouseWork.open(opened, HouseWork.settings(opened.path(), Map.of()))) {
            Runtime.getRuntime().addShutdownHook(ending);
            house.startLab();
            spec.commandLine()
                    .getOut()
                    .printf(
                            "Waiting for runs in %s since %s%n",
                            house.settings().storage(), Clock.systemUTC().instant());
            spec.commandLine().getOut().flush();
            told.await();
        } finally {
            closed.countDown();
        }
        return ExitCode.DONE;
    }

    /// Lets the house be closed before the process ends.
    private static void end(CountDownLatch told, CountDownLatch closed) {
        told.countDown();
        try {
            closed.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
