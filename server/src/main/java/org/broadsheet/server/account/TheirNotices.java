package org.broadsheet.server.account;

import java.util.List;
import org.broadsheet.moderation.ReportStore;
import org.broadsheet.notice.NoticeStore;
import org.broadsheet.notice.Wishes;
import org.broadsheet.reader.ReaderId;

/// Notices, what a reader wished of them, and what they reported: gone with their reader. The
/// export has the wishes; the others only point to what others wrote.
public final class TheirNotices implements Theirs {
    private final NoticeStore notices;
    private final ReportStore reports;

    public TheirNotices(NoticeStore notices, ReportStore reports) {
        this.notices = notices;
        this.reports = reports;
    }

    @Override
    public String what() {
        return "notifications";
    }

    @Override
    public List<Wishes> of(ReaderId reader) {
        return List.copyOf(notices.wishes(List.of(reader)).values());
    }

    @Override
    public void leaves(ReaderId reader) {
        notices.forget(reader);
        reports.forget(reader);
    }
}
