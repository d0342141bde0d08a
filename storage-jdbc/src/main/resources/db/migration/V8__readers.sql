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
