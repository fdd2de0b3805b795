-- How far each view has come, and what it could not take in. The views themselves follow, one file each; all can be dropped and rebuilt from the ledger.

-- Axon's tokens. A segment's token is not stored for events that are not its own, hence "applied" below.
create table token (
  processor text    not null,
  segment   integer not null,
  token     bytea,
  token_type text,
  touched   text,
  owner     text,
  primary key (processor, segment)
) with (fillfactor = 50);

-- What every node may count on: all events up to here are in the view, as its owner says after its commit.
create table applied (
  processor text    not null,
  segment   integer not null,
  position  bigint  not null,
  primary key (processor, segment)
) with (fillfactor = 50);

-- Events that could not be applied, and what followed them in the same job (Axon's sequenced dead letters).
create table parked (
  letter_id          text   not null primary key,
  processor          text   not null,
  job_id             text   not null,
  number             bigint not null,
  message_type       text   not null,
  event_id           text   not null,
  recorded_at        text   not null,
  name               text   not null,
  revision           text,
  payload            bytea  not null,
  metadata           bytea,
  stream_type        text,
  stream_id          text,
  sequence_number    bigint,
  token_type         text,
  token              bytea,
  parked_at          text   not null,
  touched_at         text,
  processing_started text,
  cause_type         text,
  cause              text,
  diagnostics        bytea,
  unique (processor, job_id, number)
);
create index parked_stream on parked (stream_id);

-- Tables of later migrations are the application's as well.
do $$
begin
  if exists (select from pg_roles where rolname = 'jobtrail_app') then
    grant usage on schema views to jobtrail_app;
    grant select, insert, update, delete, truncate on all tables in schema views to jobtrail_app;
    alter default privileges in schema views grant select, insert, update, delete, truncate on tables to jobtrail_app;
  end if;
exception
  when insufficient_privilege then
    raise warning 'The role jobtrail_app could not be granted the views';
end
$$;
