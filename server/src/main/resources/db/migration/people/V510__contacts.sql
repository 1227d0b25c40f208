-- A contact that another has taken the place of is still told what happens, for a while.
alter table people.contacts add column replaced_at timestamptz;
-- When a passkey answered for adding it; null: nobody has, and no code goes out. The first mail address needs none.
alter table people.contacts add column answered_at timestamptz;
create index contacts_by_token on people.contacts (token);

-- Whether others may find this person by a telephone number that is proved.
alter table people.persons add column found_by_phone boolean not null default false;

-- Numbers that somebody has looked up on a day, as keyed hashes: so many different ones, and no more.
create schema look_up;
create table look_up.phones (
    person uuid not null references people.persons,
    day date not null,
    number_hash bytea not null,
    primary key (person, day, number_hash)
);
create index phones_by_day on look_up.phones (day);
