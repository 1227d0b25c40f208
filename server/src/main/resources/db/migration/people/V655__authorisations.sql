-- What is kept of a request to a bank that speaks FAPI until the browser comes back: its secrets (PKCE, the key of its proofs), sealed.
-- Whoever takes a row deletes it.
create table linking.authorisations (
    -- The try that it belongs to.
    reference uuid primary key,
    sealed bytea not null,
    expires_at timestamptz not null
);
-- What such a bank has said: SHA-256 of its ID token, which is not kept itself. A bank that has kept it can show it to be the one.
create table linking.id_tokens (
    reference uuid primary key,
    digest bytea not null,
    at timestamptz not null
);
