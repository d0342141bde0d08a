-- Names of papers beside their own ids: other ids, and marks of titles. A paper that was told of under
-- several ids has a row for its own id, too.
create table known_as (
    name  ${text} primary key,
    paper ${text} not null,
    under ${text} not null default '',         -- the paper that it came with when that was made one with another
    apart bigint not null default 0            -- 1: a curator keeps it apart
) ${clustered};
create index known_as_by_paper on known_as (paper);

-- What was said under each id of a paper that has several.
create table told (
    id   ${text} primary key,
    body text not null                         -- a paper as JSON
);

-- The paper that each came with when that was made one with another; empty for what was always here.
alter table submission add column under ${text} not null default '';
alter table vote add column under ${text} not null default '';
alter table tally add column under ${text} not null default '';
alter table run add column under ${text} not null default '';
