package org.broadsheet.server.metrics;

import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.broadsheet.harvest.Harvest;
import org.broadsheet.search.VectorProgress;
import org.broadsheet.server.harvest.Harvests;
import org.broadsheet.server.house.House;
import org.broadsheet.storage.Storage;

/// The house in numbers. Each is asked for when somebody scrapes, and none is kept.
public final class HouseMetrics {
    private HouseMetrics() {}

    /// All of them; times are seconds, sizes are bytes.
    ///
    /// @param policyReports how many reports of browsers about our content policy came in
    public static PrometheusRegistry of(House house, LongSupplier policyReports) {
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
                "broadsheet_index_unwritten_changes",
                "Changes that the index has not written for good yet; a restart brings them again.",
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
        gauge(
                registry,
                "broadsheet_policy_reports",
                "What browsers said a page did against its content policy, since the start.",
                policyReports);
        gauge(
                registry,
                "broadsheet_open_reports",
                "Subjects that readers reported and nobody decided on yet.",
                storage.reports()::countOpen);
        harvests(registry, house.harvests());
        return registry;
    }

    private static void harvests(PrometheusRegistry registry, Harvests harvests) {
        GaugeWithCallback.builder()
                .name("broadsheet_harvest_last_success_timestamp_seconds")
                .help("When a run of the harvest last ended well.")
                .labelNames("harvest")
                .callback(it -> {
                    for (Harvest harvest : harvests.all()) {
                        Instant success = harvest.run().success();
                        if (success != null) {
                            it.call(success.getEpochSecond(), harvest.key().text());
                        }
                    }
                })
                .register(registry);
        GaugeWithCallback.builder()
                .name("broadsheet_harvest_failures")
                .help("How many runs of the harvest failed since one ended well.")
                .labelNames("harvest")
                .callback(it -> {
                    for (Harvest harvest : harvests.all()) {
                        it.call(harvest.run().failures(), harvest.key().text());
                    }
                })
                .register(registry);
        GaugeWithCallback.builder()
                .name("broadsheet_harvest_records")
                .help("What the last run of the harvest brought.")
                .labelNames("harvest", "outcome")
                .callback(it -> {
                    for (Harvest harvest : harvests.all()) {
                        String key = harvest.key().text();
                        Harvest.Counts counts = harvest.run().counts();
                        it.call(counts.added(), key, "added");
                        it.call(counts.changed(), key, "changed");
                        it.call(counts.unchanged(), key, "unchanged");
                        it.call(counts.rejected(), key, "rejected");
                    }
                })
                .register(registry);
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
