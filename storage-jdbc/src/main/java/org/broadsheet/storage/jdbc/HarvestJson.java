package org.broadsheet.storage.jdbc;

import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.harvest.Harvest;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// How a harvest stands, as the JSON object that the `body` column holds. Every property is a
/// string; lists stand in one with blanks between. Empty ones are left out, and unknown ones are
/// passed over, so that a newer program's rows stay readable.
final class HarvestJson {
    private static final JsonFactory JSON = new JsonFactory();

    private HarvestJson() {}

    static String write(Harvest harvest) {
        Harvest.Work work = harvest.work();
        Harvest.Run run = harvest.run();
        StringWriter text = new StringWriter(512);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            property(json, "whole", work.whole() == null ? "" : text(work.whole()));
            property(json, "spans", joined(work.spans().stream().map(HarvestJson::text).toList()));
            property(json, "token", work.page().token());
            property(json, "done", work.page().done() == 0 ? "" : "" + work.page().done());
            property(json, "last", work.page().last());
            property(json, "seen", joined(work.seen()));
            property(json, "checked", work.isChecked() ? "yes" : "");
            property(json, "complete", text(harvest.complete()));
            property(json, "missing", joined(harvest.missing()));
            property(json, "started", text(run.started()));
            property(json, "success", text(run.success()));
            property(json, "next", text(run.nextTry()));
            property(json, "failures", run.failures() == 0 ? "" : "" + run.failures());
            ending(json, run.took(), run.counts(), run.error());
            json.writeEndObject();
        }
        return text.toString();
    }

    static String write(Harvest.Ended run) {
        StringWriter text = new StringWriter(128);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            ending(json, run.took(), run.counts(), run.error());
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void ending(
            JsonGenerator json, Duration took, Harvest.Counts counts, String error) {
        property(json, "took", took.toString());
        property(json, "counts", text(counts));
        property(json, "error", error);
    }

    static Harvest harvest(String name, String body) {
        Properties told = Properties.of(body);
        Harvest.Work work =
                new Harvest.Work(
                        told.list("whole").map(HarvestJson::span).findFirst().orElse(null),
                        told.list("spans").map(HarvestJson::span).toList(),
                        new Harvest.PagePlace(
                                told.text("token"), told.number("done"), told.text("last")),
                        told.list("seen")
                                .map(LocalDate::parse)
                                .collect(Collectors.toCollection(TreeSet::new)),
                        told.text("checked").equals("yes"));
        Harvest.Run run =
                new Harvest.Run(
                        told.instant("started"),
                        told.took(),
                        told.counts(),
                        told.instant("success"),
                        told.text("error"),
                        told.instant("next"),
                        told.number("failures"));
        return new Harvest(
                Harvest.Key.parse(name),
                work,
                told.list("complete").map(LocalDate::parse).findFirst().orElse(null),
                told.list("missing").map(LocalDate::parse).toList(),
                run);
    }

    static Harvest.Ended ended(Harvest.Key key, Instant started, String body) {
        Properties told = Properties.of(body);
        return new Harvest.Ended(key, started, told.took(), told.counts(), told.text("error"));
    }

    private static void property(JsonGenerator json, String name, String value) {
        if (!value.isEmpty()) {
            json.writeStringProperty(name, Values.storable(value));
        }
    }

    private static String joined(Collection<?> items) {
        return items.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    private static String text(Harvest.Span span) {
        return span.from() + "/" + span.until();
    }

    private static Harvest.Span span(String text) {
        int slash = text.indexOf('/');
        return new Harvest.Span(
                LocalDate.parse(text.substring(0, slash)),
                LocalDate.parse(text.substring(slash + 1)));
    }

    private static String text(Harvest.Counts counts) {
        return joined(
                List.of(counts.added(), counts.changed(), counts.unchanged(), counts.rejected()));
    }

    private record Properties(Map<String, String> values) {
        static Properties of(String body) {
            Map<String, String> values = new HashMap<>();
            try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), body)) {
                json.nextToken();
                for (String name = json.nextName(); name != null; name = json.nextName()) {
                    if (json.nextToken().isScalarValue()) {
                        values.put(name, json.getString());
                    } else {
                        json.skipChildren();
                    }
                }
            }
            return new Properties(values);
        }

        String text(String name) {
            return values.getOrDefault(name, "");
        }

        Stream<String> list(String name) {
            return Stream.of(text(name).split(" ")).filter(item -> !item.isEmpty());
        }

        int number(String name) {
            return Optional.of(text(name))
                    .filter(it -> !it.isEmpty())
                    .map(Integer::parseInt)
                    .orElse(0);
        }

        @Nullable Instant instant(String name) {
            return list(name).map(Instant::parse).findFirst().orElse(null);
        }

        Duration took() {
            return list("took").map(Duration::parse).findFirst().orElse(Duration.ZERO);
        }

        Harvest.Counts counts() {
            List<Long> all = list("counts").map(Long::parseLong).toList();
            return all.size() < 4
                    ? Harvest.Counts.NOTHING
                    : new Harvest.Counts(all.get(0), all.get(1), all.get(2), all.get(3));
        }
    }
}
