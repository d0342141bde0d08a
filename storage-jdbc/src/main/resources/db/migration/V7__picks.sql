-- What the editor picked for a day, and what curators decided.
create table edited_day (
    day       bigint primary key,
    edited_at bigint not null
);
create table pick (
    day    bigint not null,
    place  bigint not null,                    -- from 0, in the order of picking
    paper  ${text} not null references paper (id),
    by_whom ${text} not null,
    reason text not null,
    primary key (day, place)
);
create table overrule (
    day     bigint not null,
    paper   ${text} not null references paper (id),
    kind    ${text} not null,
    by_whom ${text} not null,
    at      bigint not null,
    primary key (day, paper)
);
