-- Who works in the shop?
create table shop_user (
  user_id          text        not null primary key,
  -- JSON; sealed and only opened for an answer, hence never sorted here
  name             text        not null,
  department       text,
  active           boolean     not null,
  created_position bigint      not null,
  created_at       timestamptz not null,
  version          bigint      not null
) with (fillfactor = 80);
