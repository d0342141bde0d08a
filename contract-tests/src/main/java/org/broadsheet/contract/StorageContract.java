package org.broadsheet.contract;

/// All that a storage backend must do. Its test class implements this and is done.
public interface StorageContract
        extends PaperStoreContract,
                PaperLookupContract,
                AliasStoreContract,
                AliasPartingContract,
                EditionStoreContract,
                VoteStoreContract,
                TallyStoreContract,
                VectorStoreContract,
                PickStoreContract,
                EnrichmentStoreContract,
                RejectStoreContract,
                JobQueueContract,
                JobLeaseContract,
                RunStoreContract,
                HouseStoreContract,
                KeyStoreContract,
                HarvestStoreContract,
                ReaderStoreContract,
                CredentialStoreContract,
                SessionStoreContract,
                TicketStoreContract,
                RateLimiterContract,
                ReportStoreContract,
                AuditLogContract,
                ChangeLogContract {}
