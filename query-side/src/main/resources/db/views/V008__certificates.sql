-- Which certificates are there, and which serials do they vouch for?
create table certificate (
  certificate_id   text        not null primary key,
  type             text        not null,
  name             text        not null,
  -- JSON, as its issuer stated it
  metadata         text,
  created_position bigint      not null,
  created_at       timestamptz not null
);
create unique index certificate_in_order on certificate (created_position);

-- The certificate of a row may be known a moment later than the row: they belong to different sequences.
create table certificate_attachment (
  position       bigint      not null primary key,
  serial_id      text        not null,
  certificate_id text        not null,
  step_id        text        not null,
  attached_at    timestamptz not null,
  attached_by    text        not null
);
create index certificate_attachment_of_serial on certificate_attachment (serial_id, position);
create index certificate_attachment_of_certificate on certificate_attachment (certificate_id, position);
