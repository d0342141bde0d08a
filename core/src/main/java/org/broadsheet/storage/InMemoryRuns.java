package org.broadsheet.storage;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.broadsheet.change.Change;
import org.broadsheet.paper.PaperId;
import org.broadsheet.run.Run;
import org.broadsheet.run.RunId;
import org.broadsheet.run.RunStore;

/// Runs in a map, and what the finished ones left in another.
final class InMemoryRuns implements RunStore, InMemoryAliases.Moving {
    private record Left(String report, Map<String, byte[]> files) {}

    private static final Comparator<Run> LATEST_FIRST =
            Comparator.comparing(Run::asked).reversed().thenComparing(run -> run.id().value());

    private final Map<RunId, Run> runs = new HashMap<>();
    private final Map<RunId, Left> left = new HashMap<>();
    private final Map<RunId, PaperId> under = new HashMap<>();
    private final InMemoryChanges changes;

    InMemoryRuns(InMemoryChanges changes) {
        this.changes = changes;
    }

    @Override
    public Run ask(RunId id, PaperId paper, String setting, Instant now) {
        synchronized (changes) {
            Run run = runs.get(id);
            if (run == null) {
                run = waiting(id, paper, setting, now);
            } else if (run.state() == Run.State.FAILED || run.state() == Run.State.CANCELLED) {
                run = waiting(id, run.paper(), run.setting(), now);
            }
            runs.put(id, run);
            return run;
        }
    }

    private static Run waiting(RunId id, PaperId paper, String setting, Instant now) {
        return new Run(
                id,
                paper,
                setting,
                Run.State.WAITING,
                now,
                Optional.empty(),
                Optional.empty(),
                "",
                "",
                "");
    }

    @Override
    public boolean begin(RunId id, Instant now) {
        synchronized (changes) {
            Optional<Run> open = open(id);
            open.ifPresent(run -> runs.put(id, running(run, Optional.of(now), "")));
            return open.isPresent();
        }
    }

    @Override
    public boolean tell(RunId id, String live) {
        synchronized (changes) {
            Optional<Run> running = open(id).filter(run -> run.state() == Run.State.RUNNING);
            running.ifPresent(run -> runs.put(id, running(run, run.started(), live)));
            return running.isPresent();
        }
    }

    private static Run running(Run run, Optional<Instant> started, String live) {
        return new Run(
                run.id(),
                run.paper(),
                run.setting(),
                Run.State.RUNNING,
                run.asked(),
                started,
                Optional.empty(),
                "",
                live,
                "");
    }

    @Override
    public boolean end(RunId id, Outcome outcome, Instant now) {
        synchronized (changes) {
            Optional<Run> open = open(id);
            open.ifPresent(run -> end(run, outcome, now));
            return open.isPresent();
        }
    }

    private void end(Run run, Outcome outcome, Instant now) {
        switch (outcome) {
            case Outcome.Done(String report, String summary, Map<String, byte[]> files) -> {
                runs.put(run.id(), ended(run, Run.State.DONE, now, "", "", summary));
                left.put(run.id(), new Left(report, copies(files)));
                changes.add(Change.Kind.RUN, run.paper().value());
            }
            case Outcome.Failed(String message) ->
                    runs.put(run.id(), ended(run, Run.State.FAILED, now, message, run.live(), ""));
            case Outcome.Cancelled() ->
                    runs.put(run.id(), ended(run, Run.State.CANCELLED, now, "", run.live(), ""));
        }
    }

    private static Run ended(
            Run run, Run.State state, Instant now, String message, String live, String summary) {
        return new Run(
                run.id(),
                run.paper(),
                run.setting(),
                state,
                run.asked(),
                run.started(),
                Optional.of(now),
                message,
                live,
                summary);
    }

    private static Map<String, byte[]> copies(Map<String, byte[]> files) {
        return files.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, file -> file.getValue().clone()));
    }

    /// The run, if it is not at its end.
    private Optional<Run> open(RunId id) {
        return find(id).filter(run -> !run.state().isEnd());
    }

    @Override
    public Optional<Run> find(RunId id) {
        synchronized (changes) {
            return Optional.ofNullable(runs.get(id));
        }
    }

    @Override
    public Optional<String> report(RunId id) {
        return left(id).map(Left::report);
    }

    @Override
    public Optional<byte[]> file(RunId id, String name) {
        return left(id).flatMap(it -> Optional.ofNullable(it.files().get(name))).map(byte[]::clone);
    }

    private Optional<Left> left(RunId id) {
        synchronized (changes) {
            return Optional.ofNullable(left.get(id));
        }
    }

    @Override
    public List<Run> latest(Collection<PaperId> papers, int limit) {
        Set<PaperId> wanted = new HashSet<>(papers);
        return all().stream()
                .filter(run -> wanted.isEmpty() || wanted.contains(run.paper()))
                .sorted(LATEST_FIRST)
                .limit(Math.max(0, limit))
                .toList();
    }

    @Override
    public Set<PaperId> done(Collection<PaperId> papers) {
        Set<PaperId> wanted = new HashSet<>(papers);
        return all().stream()
                .filter(run -> run.state() == Run.State.DONE && wanted.contains(run.paper()))
                .map(Run::paper)
                .collect(Collectors.toSet());
    }

    private List<Run> all() {
        synchronized (changes) {
            return List.copyOf(runs.values());
        }
    }

    @Override
    public void unite(PaperId kept, PaperId other) {
        for (Run run : latest(List.of(other), Integer.MAX_VALUE)) {
            under.putIfAbsent(run.id(), other);
            move(run, kept);
        }
    }

    @Override
    public void part(PaperId paper, PaperId alias) {
        for (Run run : latest(List.of(paper), Integer.MAX_VALUE)) {
            if (alias.equals(under.get(run.id()))) {
                under.remove(run.id());
                move(run, alias);
            }
        }
    }

    private void move(Run run, PaperId paper) {
        runs.put(
                run.id(),
                new Run(
                        run.id(),
                        paper,
                        run.setting(),
                        run.state(),
                        run.asked(),
                        run.started(),
                        run.ended(),
                        run.message(),
                        run.live(),
                        run.summary()));
        changes.add(Change.Kind.RUN, run.paper().value());
        changes.add(Change.Kind.RUN, paper.value());
    }
}
