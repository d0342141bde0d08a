package org.broadsheet.lab.process;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Consumer;
import org.broadsheet.lab.Reproduction;
import org.broadsheet.lab.Setting;
import org.broadsheet.lab.report.LabJson;
import org.broadsheet.paper.PaperId;

/// What a run's process does: `describe` prints the [Descriptor.Catalogue] of its class path; `run
/// ID` reads a [Setting] from the first line of the standard input and prints what the run tells.
/// It ends when its standard input does: it never outlives whoever started it.
public final class Main {
    static final int TRACE_LINES = 30;

    private Main() {}

    public static void main(String[] words) throws IOException {
        PrintStream out =
                new PrintStream(
                        new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        LineBench bench = new LineBench(out);
        System.setOut(LogStream.to(bench::log));
        System.setErr(LogStream.to(bench::log));
        switch (words[0]) {
            case "describe" -> out.println(LabJson.write(describe()));
            case "run" -> run(PaperId.of(words[1]), in, bench);
            default -> throw new IllegalArgumentException("describe, or run ID; not " + words[0]);
        }
        out.flush();
        // A thread that a reproduction left behind must not keep the process.
        Runtime.getRuntime().halt(0);
    }

    private static Descriptor.Catalogue describe() {
        List<String> broken = new ArrayList<>();
        List<Descriptor> descriptors = new ArrayList<>();
        Set<PaperId> papers = new HashSet<>();
        for (Reproduction one : reproductions(broken::add)) {
            try {
                Descriptor descriptor = Descriptor.of(one);
                if (papers.add(descriptor.paper())) {
                    descriptors.add(descriptor);
                } else {
                    broken.add(one.getClass().getName() + ": another one has " + one.paper());
                }
            } catch (Exception | LinkageError e) {
                broken.add(one.getClass().getName() + ": " + reason(e));
            }
        }
        return new Descriptor.Catalogue(kernel(), descriptors, broken);
    }

    private static String kernel() {
        return ServiceLoader.load(Arithmetic.class)
                .findFirst()
                .map(Arithmetic::kind)
                .orElse("plain");
    }

    /// All that can be made, in the order of the class path.
    private static List<Reproduction> reproductions(Consumer<String> broken) {
        List<Reproduction> found = new ArrayList<>();
        Iterator<Reproduction> loading = ServiceLoader.load(Reproduction.class).iterator();
        while (true) {
            try {
                if (!loading.hasNext()) {
                    return found;
                }
                found.add(loading.next());
            } catch (ServiceConfigurationError e) {
                broken.accept(reason(e.getCause() == null ? e : e.getCause()));
            }
        }
    }

    private static void run(PaperId paper, BufferedReader in, LineBench bench) throws IOException {
        Setting setting = LabJson.read(in.readLine(), Setting.class);
        Thread.ofPlatform().name("life-line").daemon().start(() -> endWith(in));
        try {
            find(paper)
                    .orElseThrow(() -> new IllegalArgumentException("no reproduction of " + paper))
                    .run(setting, bench);
            bench.tell(new Told.Complete());
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (Throwable e) {
            Throwable thrown = asThrown(e);
            trace(thrown, bench);
            bench.tell(new Told.Failed(reason(thrown)));
        }
    }

    /// A parallel stream throws, in place of what one of its threads threw, another of the same
    /// class that is caused by it and lacks its words.
    private static Throwable asThrown(Throwable e) {
        Throwable cause = e.getCause();
        return cause != null && cause.getClass() == e.getClass() ? cause : e;
    }

    private static Optional<Reproduction> find(PaperId paper) {
        return reproductions(_ -> {}).stream().filter(one -> isOf(paper, one)).findFirst();
    }

    private static boolean isOf(PaperId paper, Reproduction one) {
        try {
            return one.paper().equals(paper);
        } catch (RuntimeException _) {
            return false;
        }
    }

    private static void trace(Throwable e, LineBench bench) {
        bench.log(e.toString());
        StackTraceElement[] trace = e.getStackTrace();
        for (int i = 0; i < Math.min(TRACE_LINES, trace.length); i++) {
            bench.log("    at " + trace[i]);
        }
    }

    private static String reason(Throwable e) {
        String message = e.getMessage();
        return message == null || message.isBlank() ? e.getClass().getName() : message;
    }

    /// Waits for the end of the standard input, then ends the process, whatever it is doing.
    private static void endWith(BufferedReader in) {
        try {
            while (in.readLine() != null) {
                // nothing is said here; only the end means something
            }
        } catch (IOException _) {
            // as good as an end
        }
        Runtime.getRuntime().halt(1);
    }
}
