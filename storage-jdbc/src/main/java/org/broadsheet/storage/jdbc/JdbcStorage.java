package org.broadsheet.storage.jdbc;

import java.nio.file.Path;
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
import org.broadsheet.storage.Storage;
import org.broadsheet.vote.VoteStore;

/// The lasting store: a SQLite file of this process's own, or a PostgreSQL database that several
/// processes share. Opening brings the tables up to date.
public final class JdbcStorage implements Storage {
    private static final String POSTGRES = "jdbc:postgresql:";
    private static final String SQLITE = "jdbc:sqlite:";

    private final Database database;
    private final PaperStore papers;
    private final EditionStore editions;
    private final PickStore picks;
    private final TallyStore tallies;
    private final VoteStore votes;
    private final VectorStore vectors;
    private final EnrichmentStore enrichments;
    private final RejectStore rejects;
    private final JobQueue jobs;
    private final HarvestStore harvests;
    private final PasskeyStore passkeys;
    private final OutsideIdentityStore identities;
    private final RateLimiter limits;
    private final ReportStore reports;
    private final AuditLog audit;
    private final SubscriptionStore subscriptions;
    private final MailingStore mailings;
    private final DeliveryStore deliveries;
    private final DeliveryLedger ledger;
    private final SuppressionStore suppressions;
    private final RunStore runs;
    private final HouseStore house;
    private final CommentStore discussion;
    private final Comments comments;
    private final CommentVoteStore commentVotes;
    private final NoticeStore notices;
    private final ReaderStore readers;
    private final CredentialStore credentials;
    private final SessionStore sessions;
    private final TicketStore tickets;
    private final ChangeLog changes;
    private final AliasStore aliases;

    private JdbcStorage(Database database) {
        this.database = database;
        papers = new JdbcPaperStore(database);
        editions = new JdbcEditionStore(database);
        picks = new JdbcPickStore(database);
        tallies = new JdbcTallyStore(database);
        votes = new JdbcVoteStore(database);
        vectors = new JdbcVectorStore(database);
        enrichments = new JdbcEnrichmentStore(database);
        rejects = new JdbcRejectStore(database);
        jobs = new JdbcJobQueue(database);
        harvests = new JdbcHarvestStore(database);
        passkeys = new JdbcPasskeyStore(database);
        identities = new JdbcOutsideIdentityStore(database);
        limits = new JdbcRateLimiter(database);
        reports = new JdbcReportStore(database);
        audit = new JdbcAuditLog(database);
        JdbcSuppressionStore suppressing = new JdbcSuppressionStore(database);
        suppressions = suppressing;
        subscriptions = new JdbcSubscriptionStore(database);
        mailings = new JdbcMailingStore(database, suppressing);
        deliveries = new JdbcDeliveryStore(database);
        ledger = new JdbcDeliveryLedger(database);
        runs = new JdbcRunStore(database);
        house = new JdbcHouseStore(database);
        discussion = new JdbcCommentStore(database);
        comments = new JdbcComments(database);
        commentVotes = new JdbcCommentVoteStore(database);
        notices = new JdbcNoticeStore(database);
        readers = new JdbcReaderStore(database);
        credentials = new JdbcCredentialStore(database);
        sessions = new JdbcSessionStore(database);
        tickets = new JdbcTicketStore(database);
        changes = new JdbcChangeLog(database);
        aliases = new JdbcAliasStore(database);
    }

    /// Opens `jdbc:postgresql://host/database?user=…`, or a SQLite file: `jdbc:sqlite:` and its
    /// path, or the path alone. A missing file is made.
    public static JdbcStorage open(String place) {
        if (place.startsWith(POSTGRES)) {
            return new JdbcStorage(PostgresDatabase.open(place));
        }
        if (place.startsWith(SQLITE)) {
            return open(Path.of(place.substring(SQLITE.length())));
        }
        if (place.startsWith("jdbc:")) {
            throw new IllegalArgumentException(
                    "cannot store in \"%s\"; accepted is %s…, or the path of a SQLite file"
                            .formatted(place, POSTGRES));
        }
        return open(Path.of(place));
    }

    public static JdbcStorage open(Path file) {
        return open(file, SqliteOptions.DEFAULT);
    }

    public static JdbcStorage open(Path file, SqliteOptions options) {
        return new JdbcStorage(SqliteDatabase.open(file, options));
    }

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
        return mailings;
    }

    @Override
    public DeliveryStore deliveries() {
        return deliveries;
    }

    @Override
    public DeliveryLedger ledger() {
        return ledger;
    }

    @Override
    public SuppressionStore suppressions() {
        return suppressions;
    }

    @Override
    public RunStore runs() {
        return runs;
    }

    @Override
    public HouseStore house() {
        return house;
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
        return discussion;
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

    @Override
    public void check() {
        database.check();
    }

    @Override
    public void close() {
        database.close();
    }
}
