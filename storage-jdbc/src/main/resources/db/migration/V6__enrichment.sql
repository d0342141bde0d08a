-- Which papers' texts were worked on. Papers from before are due.
alter table paper add column own_text ${text} not null default '';      -- fingerprint of the text to work on
alter table paper add column worked_text ${text} not null default '';   -- fingerprint of the text that was worked on
alter table paper add column enrichment_due bigint not null default 1;  -- 1: the two differ
create index paper_by_enrichment on paper (enrichment_due, published, id);
