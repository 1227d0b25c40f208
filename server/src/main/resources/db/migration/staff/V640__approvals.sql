-- The number by which the engine of a founded book knows a member. Those below 101 are founders.
alter table staff.members add column number bigint generated always as identity (start with 101);
create unique index members_by_number on staff.members (number);
-- When the engine was told of a passkey; null: it would not take what it signs.
alter table staff.credentials add column enrolled_at timestamptz;
-- Commands for a founded book that members of staff sign, one or two of them, before the engine gets them.
create table staff.proposals (
    -- The engine's request. It is of no use 15 minutes later.
    id uuid primary key,
    -- A form that is sent twice is one proposal.
    form uuid not null unique,
    kind text not null,
    subject text not null,
    reason text not null,
    note text not null,
    -- What else has to be known of it, in the language of nobody: numbers and codes.
    detail text not null,
    -- A message of the engine's schema: what is signed.
    command bytea not null,
    -- How many have to sign.
    needed smallint not null,
    -- The page that it came from.
    place text not null,
    asked_by uuid not null references staff.members,
    asked_at timestamptz not null,
    -- DONE, the engine's refusal, or VOID: something else made it pointless.
    ended text,
    ended_at timestamptz
);
create index proposals_waiting on staff.proposals (asked_at) where ended is null;
create table staff.signatures (
    proposal uuid not null references staff.proposals,
    member uuid not null references staff.members,
    -- What the authenticator answered, as the browser said it.
    answer text not null,
    signed_at timestamptz not null,
    primary key (proposal, member)
);
