package org.broadsheet.moderation;

import java.util.List;
import org.broadsheet.reader.ReaderId;

/// Keeps reports until somebody decides, and after. Every backend passes `StorageContract`.
public interface ReportStore {
    /// What readers say of one subject.
    ///
    /// @param reports by time, at least one
    record Open(Subject subject, List<Report> reports) {
        public Open {
            reports = List.copyOf(reports);
        }
    }

    /// Keeps the report. While the reader has an open one about the subject, that one stays.
    ///
    /// @return whether it was kept
    boolean file(Report report);

    /// Subjects with open reports: those reported by most readers first, then those that wait
    /// longest, then by subject; at most `limit`.
    List<Open> open(int limit);

    /// How many subjects have open reports.
    long countOpen();

    /// Closes all open reports about the subject, in one step.
    ///
    /// @return the reports that it closed, by time; none if none was open
    List<Report> settle(Subject subject, Decision decision);

    /// All that the reader reported, open or not, by time.
    List<Report> by(ReaderId reader);

    /// Removes all that the reader reported: the account is gone.
    void forget(ReaderId reader);
}
