-- How far is each serial with each step, was it stopped, and how did it end? The view is filled again from the ledger.
truncate serial;
alter table serial
  add column held   boolean not null,
  -- JSON: how it was scrapped or declared done
  add column ending text,
  -- status by step id, of the steps that an event of the serial has spoken of
  add column marks  jsonb   not null;

-- One serial may go without a step; kept when it is reversed.
create table serial_override (
  serial_id  text        not null,
  -- sequence number of the overriding event in the serial's stream
  number     bigint      not null,
  step_id    text        not null,
  active     boolean     not null,
  reason     text,
  created_by text        not null,
  created_at timestamptz not null,
  primary key (serial_id, number)
);

-- Who stands on a step
create index serial_on_step on serial (step_id, created_position) where status = 'in_progress';
-- Which path has a step, in use or retired
create index path_of_step on path using gin (jsonb_path_query_array(route::jsonb, '$.steps[*].step.stepId'));

delete from token where processor = 'serials';
delete from applied where processor = 'serials';
delete from parked where processor = 'serials';
