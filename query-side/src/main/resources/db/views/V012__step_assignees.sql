-- Built anew from the ledger at the next start.
truncate path;
delete from token where processor = 'paths';
delete from applied where processor = 'paths';
delete from parked where processor = 'paths';

-- Who is to see to which step? JSON: user ids by step ids, steps no longer in use too.
alter table path add column assignees text not null;
