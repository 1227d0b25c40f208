create schema access;

-- Numbers 1 and 2 belong to imports and to the server itself.
create sequence access.client_numbers start with 3;

create table access.clients (
    number bigint primary key default nextval('access.client_numbers'),
    client_id text not null unique check (length(client_id) between 1 and 64),
    name text not null check (length(name) between 1 and 100),
    scopes text not null,
    secret_hash text,
    keys text,
    requests_per_second integer not null check (requests_per_second > 0),
    enabled boolean not null,
    -- The requests that set the secret and the state last: an older one, repeated late, must not undo a newer one.
    secret_request uuid,
    state_request uuid,
    created_at timestamptz not null default now()
);
