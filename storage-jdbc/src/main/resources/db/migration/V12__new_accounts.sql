-- Votes of new accounts begin to count when the account is no longer new.
alter table reader add column votes_count_from bigint not null default 0;
update reader set votes_count_from = joined;

alter table vote add column counts_from bigint not null default 0;
update vote set counts_from = cast_at;
create index vote_to_come on vote (counts_from) where counts_from > cast_at and withdrawn_at is null;

alter table comment_vote add column counts_from bigint not null default 0;
update comment_vote set counts_from = cast_at;
create index comment_vote_to_come on comment_vote (counts_from) where counts_from > cast_at and withdrawn_at is null;
