-- Evidence is what was checked: who vouches for it, where each attribute was read, until when it is good. What people typed in place of a
-- card is no evidence any more; it stays, and counts for nothing.
alter table identity.evidence rename column source to issuer;
alter table identity.evidence add column proof bytea;
update identity.evidence set valid_until = taken_at where valid_until is null;
alter table identity.evidence alter column valid_until set not null;
alter table identity.attributes add column source text not null default 'TYPED';
alter table identity.attributes alter column source drop default;

-- Which human somebody was verified to be.
create table identity.persons (
    person uuid primary key references people.persons,
    token uuid not null references vault.entries,
    bound_at timestamptz not null
);
create index persons_by_token on identity.persons (token);

-- What cards are asked to sign: once, by one person in one browser.
create table identity.challenges (
    challenge bytea primary key,
    person uuid not null references people.persons,
    session_hash bytea not null,
    expires_at timestamptz not null,
    used_at timestamptz
);
create index challenges_by_person on identity.challenges (person);
