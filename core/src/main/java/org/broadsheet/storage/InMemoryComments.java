package org.broadsheet.storage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.broadsheet.change.Change;
import org.broadsheet.discussion.Comment;
import org.broadsheet.discussion.CommentId;
import org.broadsheet.discussion.CommentStore;
import org.broadsheet.discussion.Comments;
import org.broadsheet.discussion.Wording;
import org.broadsheet.notice.Notice;
import org.broadsheet.notice.NoticeStore;
import org.broadsheet.paper.PaperId;
import org.broadsheet.reader.ReaderId;
import org.jspecify.annotations.Nullable;

/// Comments by id, each with its older wordings and when it was hidden.
final class InMemoryComments implements CommentStore, Comments, InMemoryAliases.Moving {
    /// A time during which a comment was hidden, until it was shown again if it was.
    private record Spell(Instant from, @Nullable Instant until) {
        boolean holds(Instant moment) {
            return !from.isAfter(moment) && (until == null || until.isAfter(moment));
        }
    }

    /// @param under the paper that the comment came with when that was made one with another
    private record Kept(
            Comment comment, List<Wording> older, List<Spell> spells, @Nullable PaperId under) {
        boolean countedAt(Instant moment) {
            Instant removed = comment.removed();
            return !comment.written().isAfter(moment)
                    && (removed == null || removed.isAfter(moment))
                    && spells.stream().noneMatch(spell -> spell.holds(moment));
        }
    }

    private final TreeMap<CommentId, Kept> comments = new TreeMap<>();
    private final InMemoryPapers papers;
    private final NoticeStore notices;
    private final InMemoryChanges changes;

    InMemoryComments(InMemoryPapers papers, NoticeStore notices, InMemoryChanges changes) {
        this.papers = papers;
        this.notices = notices;
        this.changes = changes;
    }

    @Override
    public boolean add(Comment comment, Collection<Notice> caused) {
        synchronized (changes) {
            papers.require(comment.paper(), "commented on");
            requireParent(comment);
            if (comments.containsKey(comment.id())) {
                return false;
            }
            put(new Kept(comment, List.of(), List.of(), null));
            notices.add(caused);
            return true;
        }
    }

    private void requireParent(Comment comment) {
        CommentId parent = comment.parent();
        if (parent == null) {
            return;
        }
        Kept answered = comments.get(parent);
        if (answered == null || !answered.comment().paper().equals(comment.paper())) {
            throw new IllegalArgumentException(
                    "no comment %s on paper %s is known; only such a one can be answered"
                            .formatted(parent, comment.paper()));
        }
    }

    private void put(Kept kept) {
        comments.put(kept.comment().id(), kept);
        changes.add(Change.Kind.COMMENT, kept.comment().paper().value());
    }

    @Override
    public boolean edit(CommentId id, String text, Instant at, Collection<Notice> caused) {
        synchronized (changes) {
            Kept kept = comments.get(id);
            if (kept == null || !kept.comment().isShown()) {
                return false;
            }
            Comment before = kept.comment();
            Comment after = before.edited(text, at);
            if (after.text().equals(before.text())) {
                return false;
            }
            List<Wording> older = new ArrayList<>(kept.older());
            older.add(new Wording(since(before), before.text()));
            put(new Kept(after, older, kept.spells(), kept.under()));
            notices.add(caused);
            return true;
        }
    }

    private static Instant since(Comment comment) {
        Instant edited = comment.edited();
        return edited == null ? comment.written() : edited;
    }

    @Override
    public boolean remove(CommentId id, Instant at) {
        synchronized (changes) {
            Kept kept = comments.get(id);
            if (kept == null || kept.comment().removed() != null) {
                return false;
            }
            put(new Kept(kept.comment().removed(at), List.of(), kept.spells(), kept.under()));
            return true;
        }
    }

    @Override
    public boolean hide(CommentId id, Comment.Hiding hiding, Collection<Notice> caused) {
        synchronized (changes) {
            Kept kept = comments.get(id);
            if (kept == null || kept.comment().hidden() != null) {
                return false;
            }
            List<Spell> spells = new ArrayList<>(kept.spells());
            spells.add(new Spell(hiding.at(), null));
            Comment hidden = kept.comment().hidden(hiding);
            put(new Kept(hidden, kept.older(), spells, kept.under()));
            notices.add(caused);
            return true;
        }
    }

    @Override
    public boolean show(CommentId id, Instant at, Collection<Notice> caused) {
        synchronized (changes) {
            Kept kept = comments.get(id);
            if (kept == null || kept.comment().hidden() == null) {
                return false;
            }
            List<Spell> spells = new ArrayList<>(kept.spells());
            spells.add(new Spell(spells.removeLast().from(), at));
            put(new Kept(kept.comment().hidden(null), kept.older(), spells, kept.under()));
            notices.add(caused);
            return true;
        }
    }

    @Override
    public int removeAll(ReaderId author, Instant at) {
        synchronized (changes) {
            List<CommentId> theirs =
                    comments.values().stream()
                            .map(Kept::comment)
                            .filter(comment -> comment.author().equals(author))
                            .filter(comment -> comment.removed() == null)
                            .map(Comment::id)
                            .toList();
            theirs.forEach(id -> remove(id, at));
            return theirs.size();
        }
    }

    @Override
    public Optional<Comment> find(CommentId id) {
        synchronized (changes) {
            return Optional.ofNullable(comments.get(id)).map(Kept::comment);
        }
    }

    @Override
    public List<Comment> of(PaperId paper) {
        synchronized (changes) {
            return comments.values().stream()
                    .map(Kept::comment)
                    .filter(comment -> comment.paper().equals(paper))
                    .toList();
        }
    }

    @Override
    public List<Comment> latest(Optional<CommentId> before, int limit) {
        synchronized (changes) {
            var earlier = before.isEmpty() ? comments : comments.headMap(before.get(), false);
            return earlier.descendingMap().values().stream()
                    .map(Kept::comment)
                    .filter(Comment::isShown)
                    .limit(limit)
                    .toList();
        }
    }

    @Override
    public List<Comment> by(ReaderId author) {
        synchronized (changes) {
            return comments.descendingMap().values().stream()
                    .map(Kept::comment)
                    .filter(comment -> comment.author().equals(author))
                    .toList();
        }
    }

    @Override
    public List<Wording> history(CommentId id) {
        synchronized (changes) {
            Kept kept = comments.get(id);
            if (kept == null) {
                return List.of();
            }
            List<Wording> wordings = new ArrayList<>(kept.older());
            Comment now = kept.comment();
            Instant removed = now.removed();
            wordings.add(new Wording(removed == null ? since(now) : removed, now.text()));
            return wordings;
        }
    }

    @Override
    public Map<PaperId, Long> count(Collection<PaperId> papers, Instant asOf) {
        Set<PaperId> wanted = new HashSet<>(papers);
        Map<PaperId, Long> counts = new HashMap<>();
        synchronized (changes) {
            for (Kept kept : comments.values()) {
                if (wanted.contains(kept.comment().paper()) && kept.countedAt(asOf)) {
                    counts.merge(kept.comment().paper(), 1L, Long::sum);
                }
            }
        }
        return counts;
    }

    @Override
    public void unite(PaperId kept, PaperId other) {
        comments.replaceAll((_, one) -> {
            if (!one.comment().paper().equals(other)) {
                return one;
            }
            PaperId under = one.under();
            return new Kept(
                    one.comment().on(kept),
                    one.older(),
                    one.spells(),
                    under == null ? other : under);
        });
        changes.add(Change.Kind.COMMENT, kept.value());
        changes.add(Change.Kind.COMMENT, other.value());
    }

    @Override
    public void part(PaperId paper, PaperId alias) {
        comments.replaceAll((_, one) ->
                one.comment().paper().equals(paper) && alias.equals(one.under())
                        ? new Kept(one.comment().on(alias), one.older(), one.spells(), null)
                        : one);
        changes.add(Change.Kind.COMMENT, paper.value());
        changes.add(Change.Kind.COMMENT, alias.value());
    }
}
