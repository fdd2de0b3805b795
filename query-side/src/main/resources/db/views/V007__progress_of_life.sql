-- Scrap, rework and what is taken back move the counters too: counted again from the ledger.
truncate path_progress, step_progress;
delete from token where processor = 'job-progress';
delete from applied where processor = 'job-progress';
delete from parked where processor = 'job-progress';
