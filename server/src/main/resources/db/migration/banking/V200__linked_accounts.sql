create schema banking;
comment on schema banking is 'What bank work knows and the log must not: which account at the bank a link means.';

create table banking.linked_accounts (
    link uuid primary key,
    -- 0: the token as it is. Later the number of the key that sealed it: a row is sealed anew by an update of both columns.
    sealed_with smallint not null default 0 check (sealed_with >= 0),
    account bytea not null check (sealed_with > 0 or length(account) = 16),
    given_at timestamptz not null default now()
);
comment on table banking.linked_accounts is 'The account of a link, given with its activation. Written once: a link never means another account.';
comment on column banking.linked_accounts.link is 'The operation that requested the link.';
comment on column banking.linked_accounts.sealed_with is 'Which key the account is encrypted with; 0: none.';
comment on column banking.linked_accounts.account is 'The account token between us and the bank, 16 bytes; never looked for, so that it can be encrypted.';
