package org.broadsheet.lab.process;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.broadsheet.lab.Bench;
import org.broadsheet.lab.Exhibit;

/// One line from a run's process: a call of its bench, or the end.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "told")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Told.Progress.class, name = "progress"),
    @JsonSubTypes.Type(value = Told.Log.class, name = "log"),
    @JsonSubTypes.Type(value = Told.Metric.class, name = "metric"),
    @JsonSubTypes.Type(value = Told.Show.class, name = "show"),
    @JsonSubTypes.Type(value = Told.File.class, name = "file"),
    @JsonSubTypes.Type(value = Told.Complete.class, name = "complete"),
    @JsonSubTypes.Type(value = Told.Failed.class, name = "failed")
})
sealed interface Told {
    record Progress(String stage, long done, long total) implements Told {}

    record Log(String line) implements Told {}

    record Metric(String name, double value) implements Told {}

    record Show(Exhibit exhibit) implements Told {}

    record File(String name, byte[] content) implements Told {}

    /// The run came to its end; nothing follows.
    record Complete() implements Told {}

    /// The run failed; nothing follows.
    record Failed(String reason) implements Told {}

    /// Passes it on to a bench, unless it is an end.
    default void to(Bench bench) {
        switch (this) {
            case Progress(String stage, long done, long total) ->
                    bench.progress(stage, done, total);
            case Log(String line) -> bench.log(line);
            case Metric(String name, double value) -> bench.metric(name, value);
            case Show(Exhibit exhibit) -> bench.show(exhibit);
            case File(String name, byte[] content) -> bench.file(name, content);
            case Complete _, Failed _ -> {}
        }
    }
}
