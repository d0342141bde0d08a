package org.broadsheet.storage;

import org.broadsheet.account.CredentialStore;
import org.broadsheet.account.SessionStore;
import org.broadsheet.account.TicketStore;
import org.broadsheet.delivery.DeliveryLedger;
import org.broadsheet.delivery.DeliveryStore;
import org.broadsheet.delivery.MailingStore;
import org.broadsheet.delivery.SuppressionStore;
import org.broadsheet.discussion.CommentStore;
import org.broadsheet.discussion.CommentVoteStore;
import org.broadsheet.enrichment.EnrichmentStore;
import org.broadsheet.harvest.HarvestStore;
import org.broadsheet.house.HouseStore;
import org.broadsheet.job.JobQueue;
import org.broadsheet.limit.RateLimiter;
import org.broadsheet.moderation.AuditLog;
import org.broadsheet.moderation.ReportStore;
import org.broadsheet.notice.NoticeStore;
import org.broadsheet.reader.ReaderStore;
import org.broadsheet.reader.key.OutsideIdentityStore;
import org.broadsheet.reader.key.PasskeyStore;
import org.broadsheet.round.SubscriptionStore;
import org.broadsheet.search.SearchedFacts;
import org.broadsheet.source.SourceFacts;

/// All stores of one house, over one database: those that sources fill, those that editions and
/// searches are derived from, and those of the house's own work. Safe for use from many threads;
/// the caller that opened it closes it. A backend that cannot do what it is asked throws
/// [StorageException].
public interface Storage extends SourceFacts, SearchedFacts, AutoCloseable {
    EnrichmentStore enrichments();

    JobQueue jobs();

    HouseStore house();

    HarvestStore harvests();

    CommentStore discussion();

    CommentVoteStore commentVotes();

    NoticeStore notices();

    PasskeyStore passkeys();

    OutsideIdentityStore identities();

    ReaderStore readers();

    CredentialStore credentials();

    SessionStore sessions();

    TicketStore tickets();

    RateLimiter limits();

    ReportStore reports();

    AuditLog audit();

    SubscriptionStore subscriptions();

    MailingStore mailings();

    DeliveryStore deliveries();

    DeliveryLedger ledger();

    SuppressionStore suppressions();

    /// Throws [StorageException] unless reading and writing are likely to succeed right now.
    void check();

    @Override
    void close();
}
