-- How a bank is reached, and the number of the key with which it signs for the engine.
alter table linking.banks add column method integer not null default 1;
alter table linking.banks add column statement_key integer not null default 1;
-- What the engine was told of a try: random, and of no meaning to anybody else. Null: a try of before there was a checkpoint.
alter table linking.attempts add column session uuid;
alter table linking.attempts add column engine_nonce uuid;
-- What banks said of links after the visit: all up to the mark was brought to the engine, and what is in heard besides.
create table linking.statement_marks (
    bank integer primary key,
    number bigint not null
);
create table linking.statements_heard (
    bank integer not null,
    number bigint not null,
    became text not null,
    at timestamptz not null,
    primary key (bank, number)
);
