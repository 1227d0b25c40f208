-- What lies under an older key is found without reading everything.
create index entries_by_key on vault.entries (key_id);
