-- Serials issued together stand together, and mostly move together: with room on its page for each row's next version, a batch stays on
-- the pages it is on. At 70 two thirds of the first moves did not fit.
alter table serial set (fillfactor = 45);
