-- What readers sign in with beside a password.
create table passkey (
    id         ${text} primary key,
    reader     ${text} not null,
    label      ${text} not null,
    credential ${text} not null,
    uses       bigint not null,
    added      bigint not null,
    used       bigint
);
create index passkey_by_reader on passkey (reader, added, id);

create table outside_identity (
    issuer  ${text} not null,
    subject ${text} not null,
    reader  ${text} not null,
    linked  bigint not null,
    primary key (issuer, subject)
) ${clustered};
create index outside_identity_by_reader on outside_identity (reader, linked);
