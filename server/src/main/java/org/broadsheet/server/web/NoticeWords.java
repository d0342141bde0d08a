package org.broadsheet.server.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.broadsheet.discussion.CommentId;
import org.broadsheet.notice.Notice;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.PaperStore;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.server.web.page.Addresses;
import org.broadsheet.server.web.page.Person;
import org.jspecify.annotations.Nullable;

/// Says in a sentence what a notice tells, on the page and by mail.
public record NoticeWords(PaperStore papers, People people) {
    /// @param path of the page that it is about; empty where there is none
    record Told(Notice notice, String text, String path) {}

    /// What these notices tell, in their order.
    List<Told> of(Collection<Notice> notices) {
        Map<PaperId, Paper> about = papers.get(all(notices, notice -> notice.subject().paper()));
        Map<ReaderId, Person> from = people.of(all(notices, notice -> notice.subject().from()));
        return notices.stream()
                .map(notice -> new Told(notice, text(notice, about, from), path(notice.subject())))
                .toList();
    }

    private static <T> List<T> all(Collection<Notice> notices, Function<Notice, @Nullable T> part) {
        return notices.stream()
                .map(part)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.toList());
    }

    private static String text(
            Notice notice, Map<PaperId, Paper> about, Map<ReaderId, Person> from) {
        Notice.Subject subject = notice.subject();
        PaperId id = subject.paper();
        Paper paper = id == null ? null : about.get(id);
        String on = paper == null ? "" : " on " + Talking.link(paper).label();
        ReaderId who = subject.from();
        Person person = who == null ? null : from.get(who);
        String name = person == null ? "Somebody" : person.shown();
        return switch (notice.kind()) {
            case REPLY -> name + " answered your comment" + on;
            case MENTION -> name + " mentioned you" + on;
            case COMMENT_ON_MY_SUBMISSION -> name + " commented" + on + ", which you submitted";
            case MODERATION ->
                    "The curators decided about your comment" + on + ": " + subject.note();
        };
    }

    private static String path(Notice.Subject subject) {
        PaperId paper = subject.paper();
        if (paper == null) {
            return "";
        }
        return CommentId.isOne(subject.comment())
                ? Addresses.inThread(paper, new CommentId(subject.comment()))
                : Addresses.paper(paper);
    }
}
