-- What was in flight at a bank when a switch of it was closed: followed to its end.
create table staff.flights (
    -- The request that closed it.
    request uuid not null,
    instruction uuid not null,
    primary key (request, instruction)
);
