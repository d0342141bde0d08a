-- How harvests stand: the source and its parts as in "arxiv cs,math.CO", and the rest as JSON.
create table harvest (
    name ${text} primary key,
    body text not null
);

-- The latest runs of each that ended.
create table harvest_run (
    name    ${text} not null,
    started bigint not null,
    body    text not null,
    primary key (name, started)
) ${clustered};
