package org.broadsheet.server.account;

import java.util.List;
import org.broadsheet.notice.NoticeStore;
import org.broadsheet.notice.Wishes;
import org.broadsheet.reader.ReaderId;

/// Notices and what a reader wished of them: gone with their reader. The export has the wishes; the
/// notices only point to what others wrote.
public final class TheirNotices implements Theirs {
    private final NoticeStore notices;

    public TheirNotices(NoticeStore notices) {
        this.notices = notices;
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
    }
}
