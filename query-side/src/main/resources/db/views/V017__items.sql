-- What has become of each item?
create table item (
  item_id          text        not null primary key,
  job_id           text        not null,
  number           bigint      not null,
  name             text        not null,
  quantity         integer     not null,
  product_code     text,
  state            text        not null,
  -- the event that brought it there
  state_position   bigint      not null,
  state_since      timestamptz not null,
  artwork_version  integer     not null,
  -- of the proof that was sent last
  proof_reference  text,
  -- number, name and product code, one a line, folded: in capitals
  search_text      text        not null,
  created_position bigint      not null,
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  version          bigint      not null
-- What has left a column stands at its front, to be skipped until it is swept away: sooner than by default.
) with (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.02);
create unique index item_in_order on item (created_position);
create index item_of_job on item (job_id, created_position);
create index item_by_state on item (state, created_position);
-- The columns of the board
create index item_on_board on item (state, state_position);

-- Everything that happened to an item, for good.
create table item_history (
  item_id     text        not null,
  sequence    bigint      not null,
  at          timestamptz not null,
  -- as it was stated: the floor may name any time, also one that no column of times can hold
  occurred_at text,
  actor       text        not null,
  event       text        not null,
  -- JSON, as in the ledger: the texts about persons in it are sealed and only opened for an answer
  payload     text        not null,
  primary key (item_id, sequence)
);

-- How many items are in each state, so that nobody has to count them. In shards by job, as the work is: two that write at once write
-- different rows.
create table item_count (
  state text     not null,
  shard smallint not null,
  items bigint   not null,
  primary key (state, shard)
) with (fillfactor = 50);

-- Finds parts of words without reading every item. Where the extension cannot be had, every item is read: slower, but the same answer.
do $$
begin
  create extension if not exists pg_trgm with schema public;
  create index item_by_text on item using gin (search_text public.gin_trgm_ops);
exception
  when others then
    raise warning 'Items are searched without an index: %', sqlerrm;
end
$$;
