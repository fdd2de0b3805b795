-- Job items have numbers of their own, digits from the start.
insert into counter (name, last) values ('item', 0);
