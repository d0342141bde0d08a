package org.broadsheet.storage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.broadsheet.moderation.Decision;
import org.broadsheet.moderation.Report;
import org.broadsheet.moderation.ReportStore;
import org.broadsheet.moderation.Subject;
import org.broadsheet.reader.ReaderId;
import org.jspecify.annotations.Nullable;

/// Reports in a list, each with what was decided.
final class InMemoryReports implements ReportStore {
    private static final Comparator<Report> BY_TIME =
            Comparator.comparing(Report::at)
                    .thenComparing(Report::subject)
                    .thenComparing(report -> report.reader().value());
    private static final Comparator<Open> MOST_FIRST =
            Comparator.comparingInt((Open open) -> -open.reports().size())
                    .thenComparing(open -> open.reports().getFirst().at())
                    .thenComparing(Open::subject);

    private record Filed(Report report, @Nullable Decision decision) {
        boolean isOpen() {
            return decision == null;
        }

        boolean isAbout(Subject subject) {
            return report.subject().equals(subject);
        }
    }

    private final List<Filed> filed = new ArrayList<>();

    @Override
    public synchronized boolean file(Report report) {
        boolean isThere =
                filed.stream()
                        .anyMatch(one ->
                                one.isOpen()
                                        && one.isAbout(report.subject())
                                        && one.report().reader().equals(report.reader()));
        return !isThere && filed.add(new Filed(report, null));
    }

    @Override
    public synchronized List<Open> open(int limit) {
        Map<Subject, List<Report>> bySubject =
                filed.stream()
                        .filter(Filed::isOpen)
                        .map(Filed::report)
                        .sorted(BY_TIME)
                        .collect(
                                Collectors.groupingBy(
                                        Report::subject, TreeMap::new, Collectors.toList()));
        return bySubject.entrySet().stream()
                .map(one -> new Open(one.getKey(), one.getValue()))
                .sorted(MOST_FIRST)
                .limit(Math.max(0, limit))
                .toList();
    }

    @Override
    public synchronized long countOpen() {
        return filed.stream()
                .filter(Filed::isOpen)
                .map(one -> one.report().subject())
                .distinct()
                .count();
    }

    @Override
    public synchronized List<Report> settle(Subject subject, Decision decision) {
        List<Report> closed =
                filed.stream()
                        .filter(one -> one.isOpen() && one.isAbout(subject))
                        .map(Filed::report)
                        .sorted(BY_TIME)
                        .toList();
        filed.replaceAll(one ->
                one.isOpen() && one.isAbout(subject) ? new Filed(one.report(), decision) : one);
        return closed;
    }

    @Override
    public synchronized List<Report> by(ReaderId reader) {
        return filed.stream()
                .map(Filed::report)
                .filter(report -> report.reader().equals(reader))
                .sorted(BY_TIME)
                .toList();
    }

    @Override
    public synchronized void forget(ReaderId reader) {
        filed.removeIf(one -> one.report().reader().equals(reader));
    }
}
