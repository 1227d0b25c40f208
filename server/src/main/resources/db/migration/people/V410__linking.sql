create schema linking;
-- Banks that a wallet can be linked to: where their pages are, and what they call themselves.
create table linking.banks (
    code integer primary key,
    name_ja text not null,
    name_en text not null,
    kana text not null,
    issuer text not null,
    -- How long it takes at the bank, as its page says.
    minutes integer not null
);
-- One row a try, from the passkey to the bank's answer.
create table linking.attempts (
    reference uuid primary key,
    person uuid not null references people.persons,
    wallet bigint not null,
    bank integer not null,
    purpose text not null,
    request_id uuid not null unique,
    salt bytea not null,
    binding text not null,
    nonce text not null unique,
    digest text not null,
    -- Which attributes the bank was asked to compare, with spaces between.
    asked text not null,
    matching_number integer not null,
    -- at-the-bank, answered
    state text not null,
    result text,
    made_at timestamptz not null,
    expires_at timestamptz not null,
    answered_at timestamptz
);
create index attempts_by_person on linking.attempts (person, made_at);
-- What a link is called, as the bank showed it (masked).
create table linking.accounts (
    link uuid primary key,
    person uuid not null references people.persons,
    bank integer not null,
    shown_ja text not null,
    shown_en text not null,
    evidence uuid not null,
    linked_at timestamptz not null
);
