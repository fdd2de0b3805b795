-- The ledger of the shop. Events are only ever inserted; positions are 1..n without a hole; each row's hash proves all before it.

create table event (
  position        bigint      not null,
  job_id          text,
  stream_type     text        not null,
  stream_id       text        not null,
  sequence_number bigint      not null,
  event_id        text        not null,
  name            text        not null,
  revision        integer     not null,
  recorded_at     timestamptz not null,
  -- json, never jsonb: the stored bytes are what the hash covers
  payload         json        not null,
  metadata        json        not null,
  hash            bytea       not null,
  constraint event_pkey primary key (position),
  constraint event_stream_key unique (stream_id, sequence_number)
);

create index event_job on event (job_id, position);

-- Every node keeps the routes of paths in memory and reads on from where it stands; paths change rarely, so this stays small.
create index event_of_path on event (position) where stream_type = 'path';

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'The ledger is insert-only: % on %.% is refused', tg_op, tg_table_schema, tg_table_name
    using errcode = 'insufficient_privilege';
end
$$;

create trigger event_is_insert_only before update or delete or truncate on event
  for each statement execute function refuse_change();
-- also where session_replication_role says replica
alter table event enable always trigger event_is_insert_only;

-- The lead among writers and where the ledger ends, in one round trip. Volatile, so that the second statement sees what was
-- committed while the first one waited.
create function lead(lock_key bigint, out last_position bigint, out last_hash bytea, out last_recorded_at timestamptz)
language plpgsql volatile as $$
begin
  perform pg_advisory_xact_lock(lock_key);
  select e.position, e.hash, e.recorded_at into last_position, last_hash, last_recorded_at
    from ledger.event e order by e.position desc limit 1;
end
$$;

create table snapshot (
  stream_id       text        not null primary key,
  stream_type     text        not null,
  sequence_number bigint      not null,
  event_id        text        not null,
  recorded_at     timestamptz not null,
  type            text        not null,
  revision        text,
  payload         json        not null,
  metadata        json        not null
);

-- One key a person; deleting a row erases every text sealed under it, and the chain of events stays valid.
create table subject_key (
  subject    text  not null primary key,
  secret     bytea not null
);

-- Numbers that must rise for ever and never come back, such as serial numbers.
create table counter (
  name text   not null primary key,
  last bigint not null
);
insert into counter (name, last) values ('serial', 0);

-- What the application may do, no matter who owns the tables.
do $$
begin
  if not exists (select from pg_roles where rolname = 'jobtrail_app') then
    begin
      create role jobtrail_app nologin;
    exception
      -- another database of the same server was migrated at the same moment
      when duplicate_object or unique_violation then null;
    end;
  end if;
  grant usage on schema ledger to jobtrail_app;
  grant select, insert on event to jobtrail_app;
  grant select, insert, update, delete on snapshot to jobtrail_app;
  grant select, insert, delete on subject_key to jobtrail_app;
  grant select, update on counter to jobtrail_app;
  if not pg_has_role(current_user, 'jobtrail_app', 'SET') then
    execute format('grant jobtrail_app to %I with set true', current_user);
  end if;
exception
  when insufficient_privilege then
    raise warning 'The role jobtrail_app could not be made; the triggers alone keep the ledger insert-only';
end
$$;
