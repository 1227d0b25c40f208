-- Letters are a queue: what is written is kept until a sender has taken it or it is of no use any more, and then emptied.
alter table notice.letters add column tries integer not null default 0;
alter table notice.letters add column next_at timestamptz;
alter table notice.letters add column until_at timestamptz;
update notice.letters set until_at = made_at + interval '1 day';
alter table notice.letters alter column until_at set not null;
alter table notice.letters add column failed_at timestamptz;
create index letters_waiting on notice.letters (made_at) where sent_at is null and failed_at is null;
