-- All that happens besides the issue and the plain moves of serials, which are nine events in ten: a view that hears neither is
-- rebuilt without reading them. The two are named in LedgerSql as well.
create index event_rare on event (position) where name not in ('serial.created', 'serial.advanced');
