-- What readers say about papers, the votes on that, and what readers are told about.
create table comment (
    id      ${text} primary key,               -- sorts by time
    paper   ${text} not null references paper (id),
    parent  ${text} references comment (id),   -- absent where it answers the paper
    author  ${text} not null,
    written bigint not null,
    body    text not null,                     -- Markdown; empty once it is removed
    edited  bigint,
    removed bigint,
    under   ${text} not null default ''        -- the paper that it came with when that was made one with another
);
create index comment_by_paper on comment (paper, id);
create index comment_by_author on comment (author, id);

-- How a comment read before.
create table comment_edit (
    comment ${text} not null references comment (id),
    place   bigint not null,                   -- from 0, in the order of time
    since   bigint not null,
    body    text not null,
    primary key (comment, place)
);

-- When a comment was hidden, and when it was shown again if it was.
create table comment_hiding (
    comment   ${text} not null references comment (id),
    hidden_at bigint not null,
    shown_at  bigint,
    reason    text not null,
    by_whom   ${text} not null
);
create unique index comment_hiding_that_holds on comment_hiding (comment) where shown_at is null;
create index comment_hiding_by_comment on comment_hiding (comment, hidden_at);

create table comment_vote (
    reader       ${text} not null,
    comment      ${text} not null references comment (id),
    judgement    ${text} not null,
    cast_at      bigint not null,
    withdrawn_at bigint
);
create unique index comment_vote_that_counts on comment_vote (reader, comment) where withdrawn_at is null;
create index comment_vote_by_comment on comment_vote (comment, cast_at);

create table notice (
    id          ${text} primary key,           -- sorts by time
    reader      ${text} not null,
    kind        ${text} not null,
    from_reader ${text} not null,              -- or empty
    paper       ${text} not null,              -- or empty
    comment     ${text} not null,              -- or empty
    note        text not null,
    at          bigint not null,
    state       ${text} not null
);
create index notice_by_reader on notice (reader, id);
create index notice_unread on notice (reader) where state = 'UNREAD';

-- Absent for a reader who never said.
create table notice_wish (
    reader  ${text} not null,
    kind    ${text} not null,
    on_page bigint not null,                   -- 1: wanted
    by_mail bigint not null,
    primary key (reader, kind)
);
