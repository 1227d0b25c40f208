-- What banks were asked without a browser, beside the try that it belongs to. The account that was named is kept nowhere.
create table linking.open_requests (
    reference uuid primary key,
    -- The bank's name for it.
    bank_request text not null,
    -- When the bank answers at the latest.
    answers_at timestamptz not null,
    -- How many codes may still be entered; 0 where there is no code.
    tries integer not null
);
-- Whether a bank's holders are told by a code on their statement.
alter table linking.banks add column deposit_code boolean not null default false;
-- The code that a link's bank has put on a statement last; the code itself is known to the bank alone.
create table linking.deposit_notices (
    link uuid primary key,
    bank_request text not null,
    answers_at timestamptz not null,
    -- How many may still be entered; 0: it is over.
    tries integer not null
);
