create schema bankwork;

-- Which account at its bank a link means. The token is random: the bank alone knows whose account it is.
create table bankwork.linked_accounts (
    link uuid primary key,
    account uuid not null
);
