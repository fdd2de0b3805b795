-- What was noted about serials at a step?
create table note (
  position   bigint      not null primary key,
  note_id    text        not null,
  job_id     text        not null,
  path_id    text        not null,
  step_id    text        not null,
  -- JSON, in the order they were named
  serial_ids text        not null,
  text       text        not null,
  created_by text        not null,
  created_at timestamptz not null
);
create unique index note_by_id on note (note_id);
create index note_of_step on note (step_id, position);

create table note_of_serial (
  serial_id text   not null,
  position  bigint not null,
  primary key (serial_id, position)
);
