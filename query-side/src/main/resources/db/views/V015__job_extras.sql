-- Which jobs are there, which of them are open, in which order are they worked on, and how are they found? Built anew from the ledger.
truncate job;
delete from token where processor = 'jobs';
delete from applied where processor = 'jobs';
delete from parked where processor = 'jobs';

alter table job
  add column tags        text[]  not null,
  -- what is looked for, folded: in capitals
  add column tag_keys    text[]  not null,
  add column name_key    text    not null,
  add column company_key text,
  -- every text that a job can be found by, one a line
  add column search_text text    not null,
  add column paths       integer not null,
  -- paths whose goal is not reached
  add column unfinished  integer not null,
  add column open        boolean not null generated always as (paths = 0 or unfinished > 0) stored;
create index job_open_in_order on job (created_position) where open;
create index job_completed_in_order on job (created_position) where not open;
create index job_by_company on job (company_key, created_position) where company_key is not null;
create index job_by_tag on job using gin (tag_keys);

create table job_path (
  path_id   text    not null primary key,
  job_id    text    not null,
  goal      integer not null,
  completed integer not null,
  -- names of the steps in use, folded
  step_keys text[]  not null
) with (fillfactor = 70);
create index job_path_of_job on job_path (job_id);
create index job_path_by_step on job_path using gin (step_keys);

-- The order that somebody put the open jobs in; jobs that are not here come behind, the oldest first.
create table job_place (
  job_id text    not null primary key,
  place  integer not null
);

-- Finds parts of words without reading every job. Where the extension cannot be had, every job is read: slower, but the same answer.
do $$
begin
  create extension if not exists pg_trgm with schema public;
  create index job_by_text on job using gin (search_text public.gin_trgm_ops);
  create index job_by_name on job using gin (name_key public.gin_trgm_ops);
exception
  when others then
    raise warning 'Jobs are searched without an index: %', sqlerrm;
end
$$;
