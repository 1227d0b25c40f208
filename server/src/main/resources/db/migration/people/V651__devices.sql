-- Browsers in which a passkey was made, or a card was shown for it: elsewhere one that is synced is new. Of a browser's cookie only the hash.
create table passkey.devices (
    credential bytea not null references passkey.credentials (id) on delete cascade,
    device_hash bytea not null,
    seen_at timestamptz not null,
    primary key (credential, device_hash)
);
