-- What waits at which step, and for whom? A step as a queue names it; which serials stand on it is in serial and step_progress.
create table queue_path (
  path_id          text    not null primary key,
  job_id           text    not null,
  created_position bigint  not null,
  goal_quantity    integer not null,
  -- serials ever issued, and those of them that were scrapped
  issued           bigint  not null,
  scrapped         bigint  not null,
  -- JSON: every step the path ever had; user ids by step ids
  route            text    not null,
  assignees        text    not null,
  first_step       text    not null,
  -- more serials are to be created; a column of its own, so that counting does not touch its index
  wanting          boolean not null generated always as (issued - scrapped < goal_quantity) stored
) with (fillfactor = 70);
create index queue_path_wanting on queue_path (first_step) where wanting;

create table queue_step (
  step_id       text    not null primary key,
  path_id       text    not null,
  job_id        text    not null,
  -- the step in use at which its serials are shown: itself, unless it is retired
  counts_at     text    not null,
  -- serials of several steps are shown at that one
  shared        boolean not null,
  -- order in every queue: by path as laid out, then by step
  place         bigint  not null,
  step_order    integer not null,
  total_steps   integer not null,
  name          text    not null,
  location      text,
  assigned_to   text,
  previous_id   text,
  previous_name text,
  next_id       text,
  next_name     text,
  next_location text
);
create index queue_step_of_path on queue_step (path_id);
create index queue_step_counting_at on queue_step (counts_at);
create index queue_step_by_name on queue_step (name);

-- The first serials of a step without reading them all, nor their rows.
drop index if exists serial_on_step;
create index serial_on_step on serial (step_id, created_position) include (serial_id) where status = 'in_progress';
