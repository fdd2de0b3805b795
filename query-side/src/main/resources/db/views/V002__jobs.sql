-- Which jobs are there?
create table job (
  job_id           text        not null primary key,
  name             text        not null,
  goal_quantity    integer,
  reference        text,
  company          text,
  -- JSON; the texts in it are sealed and only opened for an answer
  contact          text,
  jira             text,
  created_position bigint      not null,
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  version          bigint      not null
) with (fillfactor = 80);
create unique index job_in_order on job (created_position);
create index job_by_reference on job (reference, created_position) where reference is not null;
