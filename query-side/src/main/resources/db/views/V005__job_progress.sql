-- How far is this job? Counters, so that nobody has to count serials.
create table path_progress (
  path_id   text   not null primary key,
  job_id    text   not null,
  created   bigint not null,
  completed bigint not null,
  scrapped  bigint not null
) with (fillfactor = 50);
create index path_progress_of_job on path_progress (job_id);

create table step_progress (
  path_id  text   not null,
  step_id  text   not null,
  standing bigint not null,
  done     bigint not null,
  primary key (path_id, step_id)
) with (fillfactor = 50);
