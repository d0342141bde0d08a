package org.broadsheet.benchmarks;

import org.broadsheet.benchmarks.attention.AttentionBenchmark;
import org.broadsheet.benchmarks.editor.EditorBenchmark;
import org.broadsheet.benchmarks.embedding.EmbeddingBenchmark;
import org.broadsheet.benchmarks.enrichment.EnrichmentBenchmark;
import org.broadsheet.benchmarks.intake.ImportBenchmark;
import org.broadsheet.benchmarks.intake.ListingBenchmark;
import org.broadsheet.benchmarks.memory.MemoryBenchmark;
import org.broadsheet.benchmarks.ordinal.OrdinalBenchmark;
import org.broadsheet.benchmarks.pages.PagesBenchmark;
import org.broadsheet.benchmarks.schroedinger.SchroedingerBenchmark;
import org.broadsheet.benchmarks.search.SearchBenchmark;
import org.broadsheet.benchmarks.start.StartBenchmark;
import org.broadsheet.benchmarks.tensor.TensorBenchmark;
import org.broadsheet.benchmarks.vote.VoteBenchmark;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The program behind `benchmarks/run`: one subcommand for each figure.
@Command(
        name = "benchmarks/run",
        description = "Measures Broadsheet and its peers; prints a table for docs/benchmarks.md.",
        mixinStandardHelpOptions = true,
        subcommands = {
            EnrichmentBenchmark.class,
            EditorBenchmark.class,
            StartBenchmark.class,
            MemoryBenchmark.class,
            ImportBenchmark.class,
            ListingBenchmark.class,
            SearchBenchmark.class,
            PagesBenchmark.class,
            VoteBenchmark.class,
            EmbeddingBenchmark.class,
            OrdinalBenchmark.class,
            SchroedingerBenchmark.class,
            TensorBenchmark.class,
            AttentionBenchmark.class
        })
public final class Benchmarks {
    private Benchmarks() {}

    public static void main(String[] words) {
        var line = new CommandLine(new Benchmarks());
        line.setUsageHelpAutoWidth(true);
        line.setExecutionExceptionHandler((failure, command, _) -> {
            if (failure instanceof CannotMeasure) {
                command.getErr().println(failure.getMessage());
            } else {
                failure.printStackTrace(command.getErr());
            }
            return 1;
        });
        System.exit(line.execute(words));
    }
}
