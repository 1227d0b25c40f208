create schema shop;
-- Shops as we registered them. What their codes say about them counts for nothing.
create table shop.merchants (
    id bigint primary key,
    name_ja text not null,
    name_en text not null,
    place_ja text not null,
    place_en text not null,
    category text not null check (category ~ '^[0-9]{4}$'),
    -- All four levels of JPQR, one after the other.
    jpqr text not null unique check (jpqr ~ '^[0-9]{29}$'),
    -- What a customer may type instead of scanning the shop's code.
    number text not null unique check (number ~ '^[0-9]{8}$'),
    bank integer not null,
    account uuid not null references vault.entries,
    account_shown text not null,
    registered_at timestamptz not null
);
-- Who works in a shop. A person serves one shop.
create table shop.staff (
    person uuid primary key references people.persons,
    merchant bigint not null references shop.merchants,
    role text not null check (role in ('OWNER', 'TILL')),
    hired_at timestamptz not null
);
create index staff_by_merchant on shop.staff (merchant);
-- What a shop asks somebody to pay, once: the record behind a dynamic code.
create table shop.charges (
    id uuid primary key,
    merchant bigint not null references shop.merchants,
    -- In the code as its reference; typed instead of scanning.
    reference text not null unique check (reference ~ '^[0-9]{10}$'),
    amount bigint not null check (amount > 0),
    made_by uuid not null references people.persons,
    made_at timestamptz not null,
    expires_at timestamptz not null,
    -- OPEN, PAYING (claimed for one request id of the engine), PAID, CANCELLED
    state text not null,
    paying uuid,
    payer bigint,
    operation uuid
);
create index charges_by_merchant on shop.charges (merchant, made_at);
create index charges_by_operation on shop.charges (operation) where operation is not null;
-- Numbers that customers show at tills: bound to a wallet, spent once.
create table shop.customer_codes (
    id uuid primary key,
    number_hash bytea not null unique,
    person uuid not null references people.persons,
    wallet bigint not null,
    most bigint not null check (most > 0),
    made_at timestamptz not null,
    expires_at timestamptz not null,
    -- Who took it, for which request to the engine; null: nobody.
    merchant bigint,
    request uuid,
    taken_at timestamptz,
    refused boolean not null default false
);
create index customer_codes_by_person on shop.customer_codes (person, taken_at);
-- Money on its way from a shop's e-money to its bank account.
create table shop.payouts (
    id uuid primary key,
    merchant bigint not null references shop.merchants,
    amount bigint not null check (amount > 0),
    from_bank integer not null,
    asked_by uuid not null references people.persons,
    asked_at timestamptz not null,
    -- ASKED, PAID, RETURNED
    state text not null,
    ended_at timestamptz
);
create index payouts_by_merchant on shop.payouts (merchant, asked_at);
