-- What was taken of limits: until when it lasts, in epoch microseconds.
create table taken (
    kind        ${text} not null,
    taker       ${text} not null,
    spent_until bigint not null,
    primary key (kind, taker)
) ${clustered};
create index taken_by_end on taken (spent_until);

create table report (
    subject    ${text} not null,
    reader     ${text} not null,
    at         bigint not null,
    reason     text not null,
    outcome    ${text},                        -- absent while it is open, as the next three
    decided_by ${text},
    decided_at bigint,
    decision   text
);
create unique index report_that_is_open on report (subject, reader) where outcome is null;
create index report_by_reader on report (reader, at);

-- Who did what; only the address ever changes: it is forgotten.
create table audit_entry (
    number  bigint primary key,
    at      bigint not null,
    kind    ${text} not null,
    who     ${text},
    address ${text} not null,
    action  text not null,
    subject ${text} not null,
    note    text not null
);
create index audit_by_kind on audit_entry (kind, number);
create index audit_by_time on audit_entry (at) where address <> '';
