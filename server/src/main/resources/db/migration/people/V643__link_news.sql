-- Up to which step of a book's log customers were told that their links are suspended.
create table notice.link_news (
    book integer primary key,
    position bigint not null
);
