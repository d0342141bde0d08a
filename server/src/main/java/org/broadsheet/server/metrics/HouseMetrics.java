package org.broadsheet.server.metrics;

import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import org.broadsheet.search.VectorProgress;
import org.broadsheet.server.house.House;
import org.broadsheet.storage.Storage;

/// The house in numbers. Each is asked for when somebody scrapes, and none is kept.
public final class HouseMetrics {
    private HouseMetrics() {}

    /// All of them; times are seconds, sizes are bytes.
    public static PrometheusRegistry of(House house) {
        PrometheusRegistry registry = new PrometheusRegistry();
        Storage storage = house.storage();
        gauge(registry, "broadsheet_papers", "Papers in the house.", storage.papers()::count);
        gauge(
                registry,
                "broadsheet_changes",
                "The number of the latest change in the store.",
                storage.changes()::latest);
        gauge(
                registry,
                "broadsheet_index_behind_changes",
                "How many numbers the index is behind the store; 0 when it holds all.",
                () -> Math.max(0, house.follower().latest() - house.index().sequence()));
        gauge(
                registry,
                "broadsheet_vectors_missing",
                "Papers that cannot be found by meaning yet.",
                () -> missing(house.meaning()));
        gauge(
                registry,
                "broadsheet_rejects",
                "Records that were set aside and wait for somebody.",
                storage.rejects()::count);
        gauge(
                registry,
                "broadsheet_disk_free_bytes",
                "Room left where the data folder is.",
                () -> free(house.folder()));
        return registry;
    }

    private static long missing(VectorProgress progress) {
        return Math.max(0, progress.total() - progress.done());
    }

    private static long free(Path folder) {
        return folder.toFile().getUsableSpace();
    }

    private static void gauge(
            PrometheusRegistry registry, String name, String help, LongSupplier value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(it -> it.call(value.getAsLong()))
                .register(registry);
    }
}
