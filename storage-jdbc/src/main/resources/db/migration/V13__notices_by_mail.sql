-- 1 until the mail about it is handed over; marking a notice on the page settles it, too.
alter table notice add column mail_owed bigint not null default 0;
create index notice_mail_owed on notice (at) where mail_owed = 1;
