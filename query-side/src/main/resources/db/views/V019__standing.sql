-- Who stands on which step? In a table of its own, so that a move touches one index, and none of those of serial.
create table standing (
  step_id          text   not null,
  created_position bigint not null,
  serial_id        text   not null,
  primary key (step_id, created_position) include (serial_id)
);

-- How many stand there; a step at which nobody stands has no row. Written whenever one comes or goes, even when the number stays the same: the version of the row tells whether the serials of a step are as they were.
create table standing_count (
  step_id text   not null primary key,
  serials bigint not null
) with (fillfactor = 50);

insert into standing select step_id, created_position, serial_id from serial where status = 'in_progress';
insert into standing_count select step_id, count(*) from standing group by step_id;
drop index serial_on_step;
alter table queue_step drop column shared;
