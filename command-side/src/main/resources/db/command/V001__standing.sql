-- How many serials stand on each step: the command side's own small view of the ledger, asked before a path's steps change.

create table standing (
  path_id text   not null,
  step_id text   not null,
  serials bigint not null,
  primary key (path_id, step_id)
);

-- How far the counts above have followed the ledger; its one row is also the lock between nodes.
create table standing_progress (
  only_row boolean primary key default true check (only_row),
  position bigint not null
);
insert into standing_progress (position) values (0);

do $$
begin
  if exists (select from pg_roles where rolname = 'jobtrail_app') then
    grant usage on schema command to jobtrail_app;
    grant select, insert, update, delete on standing to jobtrail_app;
    grant select, update on standing_progress to jobtrail_app;
  end if;
end
$$;
