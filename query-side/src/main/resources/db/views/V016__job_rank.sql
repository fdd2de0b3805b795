-- How many open jobs come before one, counted without reading the jobs themselves.
drop index job_open_in_order;
create index job_open_in_order on job (created_position) include (job_id) where open;
create index job_place_in_order on job_place (place);
