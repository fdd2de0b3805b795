#!/usr/bin/env bash
# How fast serials advance over HTTP, beside what pgbench reaches with one prepared single-row INSERT per transaction
# into a table of the same shape in the same database, in the same run.
#
# Needs wrk, pgbench, curl and a running Jobtrail:
#   java -jar standalone/target/jobtrail.jar --server.port=8080 --jobtrail.data-dir=/tmp/bench
#   benchmarks/advance.sh http://localhost:8080 postgresql://USER:PASSWORD@localhost:PORT/DATABASE
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
base=${1:?the address of a running Jobtrail}
database=${2:?its database as a postgresql:// URL}
connections=${CONNECTIONS:-64}
threads=${THREADS:-1}
warmup=${WARMUP:-30}
seconds=${SECONDS_EACH:-10}
rounds=${ROUNDS:-3}
serials=${SERIALS:-150000}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

post() { curl -fsS -X POST "$base$1" -H 'Content-Type: application/json' -d "$2"; }

job=$(post /api/jobs '{"name":"Benchmark","goalQuantity":1000000}' | grep -o '"id":"job_[^"]*' | sed -n 1p | cut -d'"' -f4)
steps=$(printf '{"name":"Step %d"},' 1 2 3 4 5 6 7 8)
path=$(post /api/paths "{\"jobId\":\"$job\",\"name\":\"Main\",\"goalQuantity\":1000000,\"steps\":[${steps%,}]}" \
  | grep -o '"id":"path_[^"]*' | sed -n 1p | cut -d'"' -f4)
first=
for ((made = 0; made < serials; made += 10000)); do
  post /api/serials "{\"jobId\":\"$job\",\"pathId\":\"$path\",\"quantity\":10000}" >"$scratch/serials"
  [ -n "$first" ] || first=$(grep -o 'SN-[0-9]*' "$scratch/serials" | sed -n 1p)
done
last=$(grep -o 'SN-[0-9]*' "$scratch/serials" | tail -1)
first=$((10#${first#SN-}))
last=$((10#${last#SN-}))

psql -q "$database" <<'SQL'
drop schema if exists pgbench_ledger cascade;
create schema pgbench_ledger;
create table pgbench_ledger.event (like ledger.event including all);
create sequence pgbench_ledger.position cache 100;
SQL
cat >"$scratch/insert.sql" <<'SQL'
insert into pgbench_ledger.event
values (nextval('pgbench_ledger.position'), 'job_V1StGXR8_Z5j', 'serial', 'SN-00001', currval('pgbench_ledger.position'), gen_random_uuid()::text,
  'serial.advanced', 1, now(),
  '{"serialId":"SN-00001","jobId":"job_V1StGXR8_Z5j","pathId":"path_V1StGXR8_Z5j","fromStep":"step_V1StGXR8_Z5j","toStep":"step_V1StGXR8_Z5k","routeRevision":1,"mode":"strict"}',
  '{"actor":"benchmark","terminal":"terminal-0","occurredAt":"2026-01-01T00:00:00.000Z","commandId":"6f1c9b1e-6c0a-4d4c-8b0f-2d6c6c4f1f10","correlationId":"6f1c9b1e-6c0a-4d4c-8b0f-2d6c6c4f1f10","causationId":"6f1c9b1e-6c0a-4d4c-8b0f-2d6c6c4f1f10"}',
  '\x5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9');
SQL

drive() { wrk -t "$threads" -c "$connections" -d "$1s" --latency -s "$here/advance.lua" "$base" -- "$first" "$last" "$threads" | grep RESULT; }
value() { sed -E "s/.*$1=([0-9.]+).*/\1/"; }

echo "warming up for $warmup s"
drive "$warmup" >/dev/null
printf '%-6s %12s %8s %8s %8s %8s %12s %7s\n' round advance/s p50 p99 max non2xx pgbench/s ratio
for ((round = 1; round <= rounds; round++)); do
  result=$(drive "$seconds")
  inserts=$(pgbench -n -M prepared -c "$connections" -j 2 -T "$seconds" -f "$scratch/insert.sql" "$database" 2>/dev/null \
    | sed -nE 's/^tps = ([0-9]+).*/\1/p')
  rate=$(value rate <<<"$result")
  printf '%-6s %12s %8s %8s %8s %8s %12s %7s\n' "$round" "$rate" "$(value p50 <<<"$result")" "$(value p99 <<<"$result")" \
    "$(value max <<<"$result")" "$(value non2xx <<<"$result")" "$inserts" "$(awk "BEGIN {printf \"%.2f\", $rate / $inserts}")"
done
psql -q "$database" -c 'drop schema pgbench_ledger cascade' 2>/dev/null
