package org.broadsheet.storage;

import java.util.List;
import org.broadsheet.account.CredentialStore;
import org.broadsheet.account.SessionStore;
import org.broadsheet.account.TicketStore;
import org.broadsheet.change.ChangeLog;
import org.broadsheet.delivery.DeliveryLedger;
import org.broadsheet.delivery.DeliveryStore;
import org.broadsheet.delivery.MailingStore;
import org.broadsheet.delivery.SuppressionStore;
import org.broadsheet.discussion.CommentStore;
import org.broadsheet.discussion.CommentVoteStore;
import org.broadsheet.discussion.Comments;
import org.broadsheet.edition.EditionStore;
import org.broadsheet.edition.PickStore;
import org.broadsheet.edition.TallyStore;
import org.broadsheet.enrichment.EnrichmentStore;
import org.broadsheet.harvest.HarvestStore;
import org.broadsheet.house.HouseStore;
import org.broadsheet.job.JobQueue;
import org.broadsheet.limit.InMemoryLimiter;
import org.broadsheet.limit.RateLimiter;
import org.broadsheet.moderation.AuditLog;
import org.broadsheet.moderation.ReportStore;
import org.broadsheet.notice.NoticeStore;
import org.broadsheet.paper.AliasStore;
import org.broadsheet.paper.PaperStore;
import org.broadsheet.reader.ReaderStore;
import org.broadsheet.reader.key.OutsideIdentityStore;
import org.broadsheet.reader.key.PasskeyStore;
import org.broadsheet.round.SubscriptionStore;
import org.broadsheet.run.RunStore;
import org.broadsheet.search.VectorStore;
import org.broadsheet.source.RejectStore;
import org.broadsheet.vote.VoteStore;

/// A store that lives in memory and is gone with the process: for tests, and for a look without a
/// trace. All its parts share one lock.
public final class InMemoryStorage implements Storage {
    private final InMemoryChanges changes = new InMemoryChanges();
    private final InMemoryPapers papers = new InMemoryPapers(changes);
    private final InMemoryEditions editions = new InMemoryEditions(papers, changes);
    private final InMemoryPicks picks = new InMemoryPicks(papers, editions, changes);
    private final InMemoryTallies tallies = new InMemoryTallies(changes);
    private final InMemoryReaders readers = new InMemoryReaders(changes);
    private final InMemoryVotes votes = new InMemoryVotes(papers, readers, changes);
    private final InMemoryVectors vectors = new InMemoryVectors(papers, changes);
    private final InMemoryEnrichments enrichments = new InMemoryEnrichments(papers, changes);
    private final InMemoryRejects rejects = new InMemoryRejects();
    private final InMemoryJobs jobs = new InMemoryJobs();
    private final InMemoryHouse house = new InMemoryHouse(changes);
    private final InMemoryHarvests harvests = new InMemoryHarvests();
    private final InMemoryPasskeys passkeys = new InMemoryPasskeys();
    private final InMemoryIdentities identities = new InMemoryIdentities();
    private final InMemoryLimiter limits = new InMemoryLimiter();
    private final InMemoryReports reports = new InMemoryReports();
    private final InMemoryAudit audit = new InMemoryAudit();
    private final InMemorySubscriptions subscriptions = new InMemorySubscriptions();
    private final InMemoryDeliveries deliveries = new InMemoryDeliveries();
    private final InMemoryRuns runs = new InMemoryRuns(changes);
    private final InMemoryNotices notices = new InMemoryNotices(changes);
    private final InMemoryComments comments = new InMemoryComments(papers, notices, changes);
    private final InMemoryCommentVotes commentVotes =
            new InMemoryCommentVotes(comments, readers, changes);
    private final InMemoryCredentials credentials = new InMemoryCredentials(readers, changes);
    private final InMemorySessions sessions = new InMemorySessions(readers, changes);
    private final InMemoryTickets tickets = new InMemoryTickets(readers, changes);
    private final InMemoryAliases aliases =
            new InMemoryAliases(
                    papers,
                    changes,
                    List.of(votes, editions, tallies, vectors, runs, picks, enrichments, comments));

    @Override
    public PaperStore papers() {
        return papers;
    }

    @Override
    public EditionStore editions() {
        return editions;
    }

    @Override
    public PickStore picks() {
        return picks;
    }

    @Override
    public TallyStore tallies() {
        return tallies;
    }

    @Override
    public VoteStore votes() {
        return votes;
    }

    @Override
    public VectorStore vectors() {
        return vectors;
    }

    @Override
    public AliasStore aliases() {
        return aliases;
    }

    @Override
    public RejectStore rejects() {
        return rejects;
    }

    @Override
    public EnrichmentStore enrichments() {
        return enrichments;
    }

    @Override
    public JobQueue jobs() {
        return jobs;
    }

    @Override
    public HouseStore house() {
        return house;
    }

    @Override
    public HarvestStore harvests() {
        return harvests;
    }

    @Override
    public PasskeyStore passkeys() {
        return passkeys;
    }

    @Override
    public OutsideIdentityStore identities() {
        return identities;
    }

    @Override
    public RateLimiter limits() {
        return limits;
    }

    @Override
    public ReportStore reports() {
        return reports;
    }

    @Override
    public AuditLog audit() {
        return audit;
    }

    @Override
    public SubscriptionStore subscriptions() {
        return subscriptions;
    }

    @Override
    public MailingStore mailings() {
        return deliveries;
    }

    @Override
    public DeliveryStore deliveries() {
        return deliveries;
    }

    @Override
    public DeliveryLedger ledger() {
        return deliveries;
    }

    @Override
    public SuppressionStore suppressions() {
        return deliveries.suppressions();
    }

    @Override
    public RunStore runs() {
        return runs;
    }

    @Override
    public CredentialStore credentials() {
        return credentials;
    }

    @Override
    public SessionStore sessions() {
        return sessions;
    }

    @Override
    public TicketStore tickets() {
        return tickets;
    }

    @Override
    public CommentStore discussion() {
        return comments;
    }

    @Override
    public Comments comments() {
        return comments;
    }

    @Override
    public CommentVoteStore commentVotes() {
        return commentVotes;
    }

    @Override
    public NoticeStore notices() {
        return notices;
    }

    @Override
    public ReaderStore readers() {
        return readers;
    }

    @Override
    public ChangeLog changes() {
        return changes;
    }

    /// Memory is always there.
    @Override
    public void check() {}

    @Override
    public void close() {}
}
