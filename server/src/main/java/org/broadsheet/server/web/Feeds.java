package org.broadsheet.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.broadsheet.discussion.Comment;
import org.broadsheet.paper.Paper;
import org.broadsheet.server.feed.AtomWriter;
import org.broadsheet.server.feed.Feed;
import org.broadsheet.server.web.page.Addresses;
import org.broadsheet.server.web.page.Link;
import org.springframework.web.servlet.View;

/// Feeds of comments. Hidden and removed ones are in none. Ids name no host, so that they stay
/// whatever the house is called.
public final class Feeds {
    private static final int MOST = 50;
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

    private final Talking talking;
    private final SiteAddress site;

    public Feeds(Talking talking, SiteAddress site) {
        this.site = site;
        this.talking = talking;
    }

    /// The comments on a paper, latest first.
    View of(Paper paper, HttpServletRequest request) {
        List<Comment> comments =
                talking.comments().of(paper.id()).stream()
                        .filter(Comment::isShown)
                        .sorted(Comparator.comparing(Comment::id).reversed())
                        .limit(MOST)
                        .toList();
        String page = Addresses.paper(paper.id());
        return send(
                "urn:x-broadsheet:comments:" + page.substring("/papers/".length()),
                "Comments on " + Talking.link(paper).label(),
                page + "/comments.atom",
                page + "#discussion",
                comments,
                request);
    }

    /// The latest comments of the house.
    View latest(HttpServletRequest request) {
        return send(
                "urn:x-broadsheet:comments",
                "Latest comments",
                "/comments.atom",
                "/comments",
                talking.comments().latest(Optional.empty(), MOST),
                request);
    }

    private View send(
            String id,
            String title,
            String self,
            String page,
            List<Comment> comments,
            HttpServletRequest request) {
        String address = site.of(request);
        Talking.Beside beside = talking.beside(comments);
        Feed feed =
                new Feed(
                        id,
                        title,
                        address + self,
                        address + page,
                        Instant.EPOCH,
                        comments.stream().map(one -> entry(one, beside, address)).toList());
        return new Sent(
                AtomWriter.TYPE,
                AtomWriter.write(feed),
                Map.of("Last-Modified", HTTP_DATE.format(feed.updated())));
    }

    private static Feed.Entry entry(Comment comment, Talking.Beside beside, String site) {
        String author = Objects.requireNonNull(beside.authors().get(comment.author())).shown();
        Link paper =
                beside.papers()
                        .getOrDefault(
                                comment.paper(),
                                new Link(
                                        Addresses.paper(comment.paper()), comment.paper().value()));
        return new Feed.Entry(
                "urn:x-broadsheet:comment:" + comment.id(),
                author + " on " + paper.label(),
                site + Addresses.comment(comment.paper(), comment.id()),
                author,
                comment.written(),
                Stream.of(comment.written(), comment.edited())
                        .filter(Objects::nonNull)
                        .max(Instant::compareTo)
                        .orElse(comment.written()),
                absolute(
                        Objects.requireNonNull(beside.texts().get(comment.id()))
                                .html(beside.named()::containsKey)
                                .html(),
                        site));
    }

    /// Readers of feeds know no page that a path could belong to.
    private static String absolute(String html, String site) {
        return html.replace(" href=\"/", " href=\"" + site + "/");
    }
}
