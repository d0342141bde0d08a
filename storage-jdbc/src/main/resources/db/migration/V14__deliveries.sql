-- What is to be mailed to whom, and what became of it.
create table mailing (
    id      ${text} primary key,
    kind    ${text} not null,
    edition ${text} not null,
    zone    ${text} not null,
    made    bigint not null
);
create unique index mailing_by_edition on mailing (kind, edition, zone) where edition <> '';
create index mailing_by_kind on mailing (kind, made);

create table delivery (
    mailing     ${text} not null references mailing (id),
    subscriber  ${text} not null,
    name        ${text} not null,              -- derived from the two: in Message-ID and envelope
    kind        ${text} not null,
    turn        bigint not null,               -- the kind's: lower ones are sent first
    address     ${text} not null,
    domain      ${text} not null,
    state       ${text} not null,
    attempts    bigint not null,
    claims      bigint not null,
    node        ${text} not null,
    due         bigint not null,
    lease_until bigint not null,
    changed     bigint not null,
    note        text not null,
    hash        ${text} not null,              -- of the letter as it was last sent
    primary key (mailing, subscriber)
) ${clustered};
create unique index delivery_by_name on delivery (name);
create index delivery_by_subscriber on delivery (subscriber);
create index delivery_that_waits on delivery (turn, due) where state in ('QUEUED', 'DEFERRED');
create index delivery_that_is_held on delivery (lease_until)
    where state in ('SENDING', 'IN_DOUBT');
create index delivery_that_may_end on delivery (address)
    where state in ('QUEUED', 'DEFERRED', 'SENDING');
create index delivery_by_state on delivery (state, changed);

-- The words of deliveries that are not written from their mailing; gone once they were sent.
create table letter (
    mailing    ${text} not null,
    subscriber ${text} not null,
    subject    text not null,
    body       text not null,
    html       text not null,
    fields     text not null,                  -- a line each
    primary key (mailing, subscriber)
);

-- Never the same paper twice to the same reader.
create table delivered (
    subscriber ${text} not null,
    paper      ${text} not null,
    mailing    ${text} not null,
    place      bigint not null,
    primary key (subscriber, paper)
) ${clustered};
create index delivered_by_mailing on delivered (mailing, subscriber, place);

-- Addresses that are not written to, and those whose mail came back for now: salted hashes alone.
create table undeliverable (
    hash   ${text} primary key,
    reason ${text} not null,
    at     bigint not null
);
create table soft_bounce (
    hash   ${text} primary key,
    count  bigint not null,
    latest bigint not null
);
create table mail_secret (
    only_one bigint primary key,
    bytes    ${bytes} not null
);
