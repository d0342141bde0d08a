package org.broadsheet.server.web;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.broadsheet.discussion.Comment;
import org.broadsheet.discussion.CommentId;
import org.broadsheet.discussion.CommentVote;
import org.broadsheet.discussion.CommentVoteStore;
import org.broadsheet.discussion.Comments;
import org.broadsheet.edition.EditionStore;
import org.broadsheet.edition.Submission;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.PaperStore;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.server.text.CommentText;
import org.broadsheet.server.text.RichText;
import org.broadsheet.server.web.page.Addresses;
import org.broadsheet.server.web.page.Link;
import org.broadsheet.server.web.page.Person;
import org.broadsheet.storage.Storage;
import org.broadsheet.vote.Vote;
import org.broadsheet.vote.VoteStore;

/// What stands beside comments on a page, looked up for all of them at once: who wrote them, whom
/// they name, what readers think of them, what they are about.
public final class Talking {
    /// The origin of what a reader of this house submitted; the name is the reader's then.
    static final String BY_READER = "reader";

    private final Comments comments;
    private final CommentVoteStore votes;
    private final VoteStore paperVotes;
    private final EditionStore submissions;
    private final PaperStore papers;
    private final People people;

    public Talking(Storage storage) {
        this.comments = storage.comments();
        this.votes = storage.commentVotes();
        this.paperVotes = storage.votes();
        this.submissions = storage.editions();
        this.papers = storage.papers();
        this.people = new People(storage.readers());
    }

    /// @param texts of comments that are not removed
    /// @param named the readers whom those name, by name
    record Beside(
            Map<CommentId, CommentText> texts,
            Map<String, ReaderId> named,
            Map<ReaderId, Person> authors,
            Map<CommentId, List<CommentVote>> votes,
            Map<PaperId, Link> papers) {}

    Comments comments() {
        return comments;
    }

    People people() {
        return people;
    }

    Beside beside(Collection<Comment> shown) {
        Map<CommentId, CommentText> texts = new HashMap<>();
        Set<String> mentions = new HashSet<>();
        for (Comment comment : shown) {
            if (comment.removed() == null) {
                CommentText text = CommentText.of(comment.text());
                texts.put(comment.id(), text);
                mentions.addAll(text.mentions());
            }
        }
        return new Beside(
                texts,
                mentions.isEmpty() ? Map.of() : people.named(mentions),
                people.of(shown.stream().map(Comment::author).distinct().toList()),
                votes.of(shown.stream().map(Comment::id).toList()).stream()
                        .collect(Collectors.groupingBy(CommentVote::comment)),
                papers(shown.stream().map(Comment::paper).distinct().toList()));
    }

    private Map<PaperId, Link> papers(List<PaperId> ids) {
        Map<PaperId, Link> links = new HashMap<>();
        papers.get(ids).forEach((id, paper) -> links.put(id, link(paper)));
        return links;
    }

    /// The papers for which the reader's votes count now, the latest vote first.
    List<Link> votedFor(ReaderId reader, int limit) {
        List<PaperId> voted =
                paperVotes.by(reader).stream()
                        .filter(vote -> vote.withdrawnAt() == null)
                        .sorted(Comparator.comparing(Vote::castAt).reversed())
                        .limit(limit)
                        .map(Vote::paper)
                        .toList();
        Map<PaperId, Link> links = papers(voted);
        return voted.stream().flatMap(id -> Optional.ofNullable(links.get(id)).stream()).toList();
    }

    static Link link(Paper paper) {
        return new Link(Addresses.paper(paper.id()), RichText.of(paper.title()).readable());
    }

    /// The readers of this house who submitted the paper.
    Set<ReaderId> submitters(PaperId paper) {
        return people.idsOf(
                submissions.of(paper).stream()
                        .filter(made -> made.origin().equals(BY_READER))
                        .map(Submission::submitter)
                        .filter(name -> !name.isEmpty())
                        .toList());
    }

    /// The readers whom the text names.
    Set<ReaderId> mentioned(String text) {
        return people.idsOf(CommentText.of(text).mentions());
    }

    Optional<Comment> find(PaperId paper, String id) {
        return CommentId.isOne(id)
                ? comments.find(new CommentId(id)).filter(one -> one.paper().equals(paper))
                : Optional.empty();
    }
}
