-- Mandates that banks said have ended, as they number them: the highest number of a bank is where we read on.
create table linking.ended_mandates (
    bank integer not null,
    number bigint not null check (number > 0),
    -- SHA-256 of the mandate's token.
    mandate_digest bytea not null,
    ended_at timestamptz not null,
    -- CUSTOMER, OPERATOR, BANK
    ended_by text not null,
    noted_at timestamptz not null,
    -- NOTED, CLOSED (its link, by this), CLOSED_BEFORE, UNKNOWN (no link within a day), FOREIGN (a link at another bank)
    state text not null,
    done_at timestamptz,
    primary key (bank, number)
);
create index ended_mandates_open on linking.ended_mandates (bank, number) where state = 'NOTED';
create index ended_mandates_by_digest on linking.ended_mandates (mandate_digest);
