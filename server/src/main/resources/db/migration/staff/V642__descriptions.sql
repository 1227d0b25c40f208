-- Descriptions of banks as staff loaded them; the engine keeps only its own terms of each.
create table staff.descriptions (
    proposal uuid primary key references staff.proposals,
    bank integer not null,
    version integer not null,
    yaml text not null
);
create index descriptions_by_bank on staff.descriptions (bank);
