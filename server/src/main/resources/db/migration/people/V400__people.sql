-- The only map from personal values to tokens. Values are encrypted, the index is a keyed hash.
create schema vault;
create table vault.entries (
    token uuid primary key,
    kind text not null,
    key_id integer not null,
    -- Null where equal values of two people must not share a token.
    value_index bytea,
    value bytea not null,
    made_at timestamptz not null default now()
);
create unique index entries_by_value on vault.entries (kind, key_id, value_index) where value_index is not null;

create schema people;
create table people.persons (
    id uuid primary key,
    handle text unique check (handle ~ '^[a-z][a-z0-9-]{2,19}$'),
    language text not null,
    wallet bigint unique,
    -- Whether the engine has said that it has the wallet.
    wallet_opened boolean not null default false,
    created_at timestamptz not null,
    closed_at timestamptz
);
create table people.contacts (
    id uuid primary key,
    person uuid not null references people.persons,
    kind text not null,
    token uuid not null references vault.entries,
    added_at timestamptz not null,
    proved_at timestamptz,
    -- A code that proves it, as a keyed hash.
    code_hash bytea,
    code_until timestamptz,
    code_tries integer not null default 0
);
create index contacts_by_person on people.contacts (person);

create schema identity;
create table identity.evidence (
    id uuid primary key,
    person uuid not null references people.persons,
    kind text not null,
    source text not null,
    taken_at timestamptz not null,
    valid_until timestamptz
);
create index evidence_by_person on identity.evidence (person);
create table identity.attributes (
    evidence uuid not null references identity.evidence,
    attribute text not null,
    token uuid not null references vault.entries,
    primary key (evidence, attribute)
);

create schema passkey;
create table passkey.credentials (
    id bytea primary key,
    person uuid not null references people.persons,
    public_key bytea not null,
    signature_count bigint not null,
    uv_initialized boolean not null,
    transports text not null,
    backup_eligible boolean not null,
    backup_state boolean not null,
    attestation_object bytea,
    attestation_client_data bytea,
    label text not null,
    created_at timestamptz not null,
    last_used_at timestamptz not null
);
create index credentials_by_person on passkey.credentials (person);
-- Assertions for one action each: the challenge is SHA-256(nonce, hash of the command).
create table passkey.step_ups (
    id uuid primary key,
    person uuid not null references people.persons,
    session_hash bytea not null,
    purpose text not null,
    command_hash bytea not null,
    nonce bytea not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    credential bytea,
    backup_eligible boolean,
    backup_state boolean
);

create schema session;
create table session.sessions (
    primary_id char(36) not null primary key,
    session_id char(36) not null unique,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval integer not null,
    expiry_time bigint not null,
    principal_name varchar(100)
);
create index sessions_by_expiry on session.sessions (expiry_time);
create index sessions_by_principal on session.sessions (principal_name);
create table session.sessions_attributes (
    session_primary_id char(36) not null references session.sessions (primary_id) on delete cascade,
    attribute_name varchar(200) not null,
    attribute_bytes bytea not null,
    primary key (session_primary_id, attribute_name)
);

create schema notice;
create table notice.inbox (
    id uuid primary key,
    person uuid not null references people.persons,
    kind text not null,
    words text[] not null,
    made_at timestamptz not null,
    read_at timestamptz
);
create index inbox_by_person on notice.inbox (person, made_at);
create table notice.letters (
    id uuid primary key,
    channel text not null,
    recipient uuid not null references vault.entries,
    subject text not null,
    body text not null,
    made_at timestamptz not null,
    sent_at timestamptz
);

create schema wallet;
create table wallet.requests (
    id uuid primary key,
    asker uuid not null references people.persons,
    payer uuid not null references people.persons,
    amount bigint not null check (amount > 0),
    words text not null,
    made_at timestamptz not null,
    -- OPEN, PAYING (claimed for one request id of the engine), PAID, DECLINED, WITHDRAWN
    state text not null,
    paying uuid,
    operation uuid
);
create index requests_by_payer on wallet.requests (payer, made_at);
create index requests_by_asker on wallet.requests (asker, made_at);
-- What somebody wrote with a transfer; the log has no words.
create table wallet.words (
    operation uuid primary key,
    words text not null
);
