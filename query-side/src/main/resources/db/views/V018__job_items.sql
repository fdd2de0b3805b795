-- How far are a job's items? One row for each job that has any: how many are in each state, from the least to the most advanced.
create table job_items (
  job_id                  text    not null primary key,
  awaiting_artwork        integer not null,
  in_review               integer not null,
  customer_notified       integer not null,
  proof_sent              integer not null,
  proof_changes_requested integer not null,
  ready_for_production    integer not null,
  complete                integer not null,
  cancelled               integer not null,
  archived                integer not null,
  -- of those that are neither cancelled nor archived, the state of the least advanced
  item_state              text generated always as (
    case
      when awaiting_artwork > 0 then 'awaiting_artwork'
      when in_review > 0 then 'in_review'
      when customer_notified > 0 then 'customer_notified'
      when proof_sent > 0 then 'proof_sent'
      when proof_changes_requested > 0 then 'proof_changes_requested'
      when ready_for_production > 0 then 'ready_for_production'
      when complete > 0 then 'complete'
    end) stored
) with (fillfactor = 60);
create index job_items_by_state on job_items (item_state);
