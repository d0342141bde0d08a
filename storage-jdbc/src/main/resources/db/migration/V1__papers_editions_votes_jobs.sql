-- One text for both engines. Days are epoch days, moments epoch milliseconds.
-- ${text} sorts by code point, ${clustered} keeps a table in the order of its key where the engine can.

create table paper (
    id           ${text} primary key,
    title_key    ${text} not null,
    published    bigint not null,              -- the smallest number where no day is known
    vector_text  ${text} not null,             -- fingerprint of the text that its vector is made for
    vector_model ${text} not null default '',  -- the model whose vector fits that text, else empty
    body         text not null                 -- the paper as JSON
);
create index paper_by_title on paper (title_key, id);
create index paper_by_day on paper (published, id);
create index paper_by_vector on paper (vector_model, published, id);

-- Derived from the bodies, for look-up.
create table paper_author (
    author_key ${text} not null,
    paper      ${text} not null,
    primary key (author_key, paper)
) ${clustered};
create table paper_category (
    category  ${text} not null,
    published bigint not null,
    paper     ${text} not null,
    primary key (category, published, paper)
) ${clustered};

create table submission (
    day       bigint not null,
    paper     ${text} not null references paper (id),
    at        bigint not null,
    submitter ${text} not null,
    origin    ${text} not null,
    primary key (day, paper)
);
create index submission_by_paper on submission (paper, day);

create table vote (
    reader       ${text} not null,
    paper        ${text} not null references paper (id),
    cast_at      bigint not null,
    withdrawn_at bigint
);
create unique index vote_that_counts on vote (reader, paper) where withdrawn_at is null;
create index vote_by_paper on vote (paper, cast_at);
create index vote_by_time on vote (cast_at, paper);

create table tally (
    paper   ${text} not null,
    kind    ${text} not null,
    origin  ${text} not null,
    at      bigint not null,
    counted bigint not null,
    primary key (paper, kind, origin, at)
) ${clustered};

create table vector (
    paper       ${text} primary key references paper (id),
    model       ${text} not null,
    fingerprint ${text} not null,
    floats      ${bytes} not null              -- 32-bit floats, little endian
);

create table reject (
    source   ${text} not null,
    place    ${text} not null,
    raw_hash ${text} not null,
    reason   ${text} not null,
    raw      text not null,
    at       bigint not null,
    primary key (source, place, raw_hash)
);
create index reject_by_time on reject (at);

create table job (
    kind         ${text} not null,
    subject      ${text} not null,
    state        ${text} not null,
    attempts     bigint not null,              -- claims since it was last offered afresh
    claims       bigint not null,              -- claims ever: tells one lease from another
    due          bigint not null,
    done         bigint not null,
    total        bigint not null,
    error        ${text} not null,
    worker       ${text} not null,
    lease_until  bigint not null,
    offered_anew bigint not null,              -- 1: offered while it was claimed
    primary key (kind, subject)
);
create index job_to_claim on job (kind, state, due);

-- Every writer that changes something adds to the one counter row and so holds it until it commits:
-- numbers become visible in their order.
create table change_counter (
    latest bigint not null
);
insert into change_counter (latest) values (0);
create table change (
    kind    ${text} not null,
    subject ${text} not null,
    seq     bigint not null,
    primary key (kind, subject)
) ${clustered};
create unique index change_by_number on change (kind, seq);
