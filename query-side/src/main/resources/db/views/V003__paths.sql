-- Which paths does a job have, and by which steps do they lead?
create table path (
  path_id          text        not null primary key,
  job_id           text        not null,
  name             text        not null,
  goal_quantity    integer     not null,
  -- JSON: mode, revision and every step the path ever had, retired ones too
  route            text        not null,
  created_position bigint      not null,
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  version          bigint      not null
) with (fillfactor = 80);
create index path_of_job on path (job_id, created_position);
