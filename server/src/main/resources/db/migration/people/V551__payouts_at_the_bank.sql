-- A payout's row is what is to be done: whoever is killed finds it here.
-- When the bank was called, or was about to be: from then on it is only asked.
alter table shop.payouts add column sent_at timestamptz;
-- Not before this is anything done about it: somebody is at it, or the bank is asked again then.
alter table shop.payouts add column next_at timestamptz;
alter table shop.payouts add column tries integer not null default 0;
-- The bank's last word, kept before the ledger is told: SETTLED with its reference, or DECLINED with the code of a reason.
alter table shop.payouts add column answer text check (answer in ('SETTLED', 'DECLINED'));
alter table shop.payouts add column reference bigint;
alter table shop.payouts add column reason integer;
update shop.payouts set next_at = asked_at;
alter table shop.payouts alter column next_at set not null;
create index payouts_asked on shop.payouts (from_bank, asked_at) where state = 'ASKED';
