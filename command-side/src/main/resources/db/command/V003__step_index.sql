-- Which path a step belongs to, steps no longer in use too: asked when a request names a step and nothing else.

create table step_path (
  step_id text not null primary key,
  path_id text not null
);

-- How far the index has followed the ledger; its one row is also the lock between nodes.
create table step_path_progress (
  only_row boolean primary key default true check (only_row),
  position bigint not null
);
insert into step_path_progress (position) values (0);

do $$
begin
  if exists (select from pg_roles where rolname = 'jobtrail_app') then
    grant select, insert on step_path to jobtrail_app;
    grant select, update on step_path_progress to jobtrail_app;
  end if;
end
$$;
