-- Links that have ended here, and whose mandates their banks have still to be told of, or were.
create table linking.endings (
    link uuid primary key,
    bank integer not null,
    -- Of the step that closed it.
    position bigint not null,
    noted_at timestamptz not null,
    -- NOTED, TOLD, UNKNOWN_THERE (the bank has no such mandate), ENDED_THERE (it ended it itself), SHARED (another link has it), NO_MANDATE
    state text not null,
    done_at timestamptz
);
create index endings_open on linking.endings (bank, noted_at, link) where state = 'NOTED';
