-- A step that serials owe stays, as one they stand on does; and scrap, rework and what is taken back move the counts. Counted again
-- from the ledger.

create table owed (
  serial_id text    not null,
  step_id   text    not null,
  path_id   text    not null,
  -- nothing is owed while it is; kept, because scrap can be taken back
  scrapped  boolean not null,
  primary key (serial_id, step_id)
);
create index owed_of_path on owed (path_id);

delete from standing;
update standing_progress set position = 0;

do $$
begin
  if exists (select from pg_roles where rolname = 'jobtrail_app') then
    grant select, insert, update, delete on owed to jobtrail_app;
  end if;
end
$$;
