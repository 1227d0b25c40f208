-- A bank names a mandate that has ended; which link means it is found by the digest, which says nothing about the token.
alter table banking.linked_accounts add column account_digest bytea;
update banking.linked_accounts set account_digest = sha256(account) where sealed_with = 0;
alter table banking.linked_accounts alter column account_digest set not null;
create index linked_accounts_by_digest on banking.linked_accounts (account_digest);
comment on column banking.linked_accounts.account_digest is 'SHA-256 of the token: 128 random bits cannot be guessed from it. Stays when a row is sealed.';
