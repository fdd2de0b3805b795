-- Which templates are there?
create table template (
  template_id      text        not null primary key,
  name             text        not null,
  -- JSON
  steps            text        not null,
  created_position bigint      not null,
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  version          bigint      not null
) with (fillfactor = 80);
create unique index template_in_order on template (created_position);
