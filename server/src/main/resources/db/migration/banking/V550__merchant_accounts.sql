create table banking.merchant_accounts (
    merchant bigint primary key,
    bank integer not null,
    -- As in linked_accounts. 0: the token as it is. Later the number of the key that sealed it.
    sealed_with smallint not null default 0 check (sealed_with >= 0),
    account bytea not null check (sealed_with > 0 or length(account) = 16),
    given_at timestamptz not null default now()
);
comment on table banking.merchant_accounts is 'The account that a merchant''s takings go to. Written once: a payout never means another account.';
comment on column banking.merchant_accounts.account is 'The account token between us and the bank, 16 bytes; never looked for, so that it can be encrypted.';
