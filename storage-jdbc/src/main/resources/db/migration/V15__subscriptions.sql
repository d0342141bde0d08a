-- Who wants digests, when, and of what.
create table subscription (
    id         ${text} primary key,
    address    ${text} not null unique,
    every      ${text} not null,
    weekday    ${text} not null,
    hour       bigint not null,
    zone       ${text} not null,
    parts      text not null,                  -- names, a line each
    categories text not null,                  -- a line each
    keywords   text not null,                  -- a line each
    most       bigint not null,
    form       ${text} not null,
    state      ${text} not null,
    asked      bigint not null,
    due        bigint not null,
    up_to      bigint not null,                -- days since 1970
    ended      bigint,
    -- how its holder said yes, once they did
    confirmed  bigint,
    consent    text not null default '',
    said_from  ${text} not null default ''     -- a hash
);
create index subscription_due on subscription (due, id) where state = 'ACTIVE';
