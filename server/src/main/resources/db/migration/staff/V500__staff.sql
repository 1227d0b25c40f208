create schema staff;
comment on schema staff is 'Who works here, what they may do, and what they did.';
create table staff.members (
    id uuid primary key,
    -- A short word, for the demo world and for logs.
    word text not null unique,
    name_ja text not null,
    name_en text not null,
    -- OPERATOR, SUPERVISOR
    role text not null,
    added_at timestamptz not null,
    left_at timestamptz
);
-- Passkeys that cannot leave their device; the columns of passkey.credentials.
create table staff.credentials (
    id bytea primary key,
    person uuid not null references staff.members,
    public_key bytea not null,
    signature_count bigint not null,
    uv_initialized boolean not null,
    transports text not null,
    backup_eligible boolean not null check (not backup_eligible),
    backup_state boolean not null,
    attestation_object bytea,
    attestation_client_data bytea,
    label text not null,
    created_at timestamptz not null,
    last_used_at timestamptz not null
);
create index credentials_by_member on staff.credentials (person);
-- What staff did: written before it is done, completed when it is. Never deleted.
create table staff.actions (
    id uuid primary key,
    member uuid not null references staff.members,
    kind text not null,
    -- What it is about: a bank's four digits, a wallet's sixteen.
    subject text not null,
    reason text not null,
    note text not null,
    -- The engine's request; a form that is sent twice is one action. Null: the engine has no part in it.
    request uuid unique,
    begun_at timestamptz not null,
    -- DONE, or the engine's refusal, or UNKNOWN; null: it was broken off before the engine had answered.
    ended text,
    position bigint,
    took_micros bigint
);
create index actions_by_time on staff.actions (begun_at desc);
create index actions_by_subject on staff.actions (subject, begun_at desc);
-- A bank's switch is opened again by two people.
create table staff.reopenings (
    id uuid primary key,
    bank integer not null,
    operation smallint not null,
    reason text not null,
    note text not null,
    asked_by uuid not null references staff.members,
    asked_at timestamptz not null,
    confirmed_by uuid references staff.members check (confirmed_by <> asked_by),
    confirmed_at timestamptz,
    ended_at timestamptz
);
create unique index reopenings_pending on staff.reopenings (bank, operation) where ended_at is null;
