-- Which jobs are open: the command side's own small view of the ledger, asked before jobs are put in order.

create table job (
  job_id   text   not null primary key,
  position bigint not null
);

create table job_path (
  path_id   text   not null primary key,
  job_id    text   not null,
  goal      bigint not null,
  completed bigint not null
);
create index job_path_of_job on job_path (job_id);

-- How far the tables above have followed the ledger; its one row is also the lock between nodes.
create table job_progress (
  only_row boolean primary key default true check (only_row),
  position bigint not null
);
insert into job_progress (position) values (0);

do $$
begin
  if exists (select from pg_roles where rolname = 'jobtrail_app') then
    grant usage on schema command to jobtrail_app;
    grant select, insert, update, delete on job, job_path to jobtrail_app;
    grant select, update on job_progress to jobtrail_app;
  end if;
end
$$;
