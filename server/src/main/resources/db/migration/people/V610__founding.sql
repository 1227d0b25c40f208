-- Which books of the engine are founded: from then on nothing that it guards is tried without who has to stand behind it.
create schema founding;
create table founding.books (
    book integer primary key,
    founded_at timestamptz not null
);
