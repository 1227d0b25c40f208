-- What people write beside money may be anything about anybody: it lies in the vault, and these have its token. What was written before
-- is moved by the next start, since only the server has the keys; until then it is in the old column.
alter table wallet.words add column token uuid references vault.entries;
alter table wallet.words alter column words drop not null;
alter table wallet.requests add column token uuid references vault.entries;
alter table wallet.requests alter column words drop not null;
comment on column wallet.words.words is 'As it was written, by an older version; moved to the vault at the next start.';
comment on column wallet.requests.words is 'As it was written, by an older version; moved to the vault at the next start.';
