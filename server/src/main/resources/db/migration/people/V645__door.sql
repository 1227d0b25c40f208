-- Who knocked at the door of those who need not be customers. Tokens and codes, nobody's name.
create schema door;
create table door.visits (
    -- Of the signed request; comes back with the bank's answer, once.
    nonce text primary key,
    -- The engine's name for it.
    visit uuid not null,
    bank integer not null,
    -- lock, unlock
    purpose text not null,
    salt bytea not null,
    binding text not null,
    reference uuid not null,
    digest text not null,
    session uuid not null,
    engine_nonce uuid not null,
    made_at timestamptz not null,
    expires_at timestamptz not null,
    -- What became of it: no, noted, locked, unlocking, open. Null: no answer yet.
    became text,
    -- What the bank calls the account, and how the engine's lock stood after it.
    account uuid,
    lock_status smallint,
    until_at timestamptz,
    answered_at timestamptz
);
create index visits_by_age on door.visits (made_at);
create index visits_by_account on door.visits (bank, account) where account is not null;
-- Which account at a bank a link means, as the bank names it in what it signs: how its owner is shown that there is a link.
create table linking.account_tokens (
    link uuid primary key,
    bank integer not null,
    account uuid not null
);
create index account_tokens_by_account on linking.account_tokens (bank, account);
