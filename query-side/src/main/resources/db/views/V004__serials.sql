-- Where is each serial?
create table serial (
  serial_id        text        not null primary key,
  job_id           text        not null,
  path_id          text        not null,
  -- null once completed
  step_id          text,
  status           text        not null,
  created_position bigint      not null,
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  version          bigint      not null
) with (fillfactor = 70);
create unique index serial_in_order on serial (created_position);
create index serial_of_job on serial (job_id, created_position);
create index serial_of_path on serial (path_id, created_position);
create index serial_by_status on serial (status, created_position);
