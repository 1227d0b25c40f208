-- The descriptions that banks began with, as files. What staff loaded since is in staff.descriptions.
create table linking.descriptions (
    bank integer primary key,
    version integer not null,
    yaml text not null
);
