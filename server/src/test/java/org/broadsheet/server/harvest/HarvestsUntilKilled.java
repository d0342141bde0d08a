package org.broadsheet.server.harvest;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.broadsheet.harvest.Harvest;
import org.broadsheet.server.sources.arxiv.ArxivOai;
import org.broadsheet.server.sources.web.Patience;
import org.broadsheet.server.sources.web.PoliteWeb;
import org.broadsheet.source.Web;
import org.broadsheet.storage.Storage;
import org.broadsheet.storage.jdbc.JdbcStorage;

/// A process that harvests a played arXiv into a store of its own, and halts at the step that it is
/// told. Steps are the beginning and the end of every request and of every write; where a step is
/// the beginning of a write, an even number halts some time into it.
public final class HarvestsUntilKilled {
    static final Instant NOW = Instant.parse("2014-01-20T12:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final List<String> PARTS = List.of();
    static final HarvestWish WISH =
            new HarvestWish(LocalDate.of(2008, 11, 1), LocalDate.of(2014, 1, 14));
    static final int KILLED = 137;

    private static final Set<String> WRITES = Set.of("keep", "submit", "note");

    private final AtomicInteger steps = new AtomicInteger();
    private final int last;

    private HarvestsUntilKilled(int last) {
        this.last = last;
    }

    /// @param words the store's file, arXiv's address, and the step to halt at, 0 for none
    public static void main(String... words) throws Exception {
        HarvestsUntilKilled harvests = new HarvestsUntilKilled(Integer.parseInt(words[2]));
        try (JdbcStorage storage = JdbcStorage.open(Path.of(words[0]));
                PoliteWeb web = new PoliteWeb("", Patience.DEFAULT, CLOCK, _ -> {})) {
            Harvest harvest =
                    new Harvesting(
                                    harvests.counted(Storage.class, storage),
                                    CLOCK,
                                    manner -> harvests.counted(Web.class, web.asking(manner)))
                            .run(
                                    new ArxivOai(URI.create(words[1]), CLOCK),
                                    PARTS,
                                    WISH,
                                    HarvestProgress.NONE);
            System.out.println("error: " + harvest.run().error());
        }
        System.out.println("steps: " + harvests.steps.get());
    }

    /// The same whose requests and writes are steps, and those of the stores that it hands out.
    private <T> T counted(Class<T> type, Object counted) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (_, method, arguments) -> call(counted, method, arguments)));
    }

    private Object call(Object counted, Method method, Object[] arguments) throws Throwable {
        boolean isWrite = WRITES.contains(method.getName());
        boolean isStep = isWrite || method.getName().equals("get") && counted instanceof Web;
        if (isStep) {
            step(isWrite);
        }
        Object result;
        try {
            result = method.invoke(counted, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
        if (isStep) {
            step(false);
        }
        Class<?> type = method.getReturnType();
        return type.isInterface() && type.getName().startsWith("org.broadsheet.") && !isStep
                ? counted(type, result)
                : result;
    }

    private void step(boolean isWrite) {
        int step = steps.incrementAndGet();
        if (step != last) {
            return;
        }
        if (!isWrite || step % 2 == 1) {
            Runtime.getRuntime().halt(KILLED);
        }
        long end = System.nanoTime() + 1_000L * (37L * step % 3_000);
        Thread.ofPlatform()
                .start(() -> {
                    while (System.nanoTime() < end) {
                        Thread.onSpinWait();
                    }
                    Runtime.getRuntime().halt(KILLED);
                });
    }
}
