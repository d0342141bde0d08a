-- Readers: who has an account.
create table reader (
    id            ${text} primary key,
    name          ${text} not null,            -- in small letters
    shown         text not null,
    role          ${text} not null,
    joined        bigint not null,
    blocked_since bigint                       -- null while the account is active
);
create unique index reader_by_name on reader (name);

-- How readers prove who they are. Of secrets only hashes are kept; what is empty is not there.
create table credential (
    reader   ${text} primary key references reader (id),
    password text not null,
    address  ${text} not null,                 -- confirmed
    pending  ${text} not null                  -- waits to be confirmed
);
create unique index credential_by_address on credential (address) where address <> '';
create table suppressed (
    hash ${text} primary key,                  -- of an address that must not be written to
    at   bigint not null
);
create table signed_in (
    hash    ${text} primary key,
    reader  ${text} not null references reader (id),
    created bigint not null,
    seen    bigint not null,
    agent   text not null,
    address ${text} not null
);
create index signed_in_by_reader on signed_in (reader, seen);
create index signed_in_by_time on signed_in (created);
create table ticket (
    hash    ${text} primary key,
    purpose ${text} not null,
    reader  ${text} not null,                  -- empty where there is no account yet
    about   text not null,
    made    bigint not null,
    over    bigint not null
);
create index ticket_by_purpose on ticket (purpose, made);

-- What a reader leaves is found by the reader.
create index vote_by_reader on vote (reader, cast_at);
