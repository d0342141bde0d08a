-- Runs of reproductions. Their papers need not be in the house.
create table run (
    id      ${text} primary key,
    paper   ${text} not null,
    setting text not null,
    state   ${text} not null,
    asked   bigint not null,
    started bigint,
    ended   bigint,
    message text not null,
    live    text not null,
    summary text not null,
    report  text                               -- as soon as the state is DONE; last, for it is long
);
create index run_by_time on run (asked desc, id);
create index run_by_paper on run (paper, asked desc, id);
create index run_done on run (paper) where state = 'DONE';

create table run_file (
    run   ${text} not null references run (id),
    name  ${text} not null,
    bytes ${bytes} not null,
    primary key (run, name)
);
