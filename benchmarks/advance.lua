-- POST /api/serials/SN-…/advance, each connection's thread through its own share of the serials, in turn.
-- wrk … -s advance.lua -- FIRST LAST THREADS
local threads = 0

function setup(thread)
  thread:set("id", threads)
  threads = threads + 1
end

function init(args)
  first = tonumber(args[1])
  last = tonumber(args[2])
  share = math.floor((last - first + 1) / tonumber(args[3]))
  start = first + id * share
  turn = 0
  wrk.method = "POST"
  wrk.headers["X-Actor"] = "benchmark"
  wrk.headers["X-Terminal"] = "terminal-" .. id
end

function request()
  local serial = start + turn % share
  turn = turn + 1
  return wrk.format("POST", string.format("/api/serials/SN-%05d/advance", serial))
end

function done(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format("RESULT rate=%.0f p50=%.2f p90=%.2f p99=%.2f max=%.2f non2xx=%d socket=%d\n",
    summary.requests / (summary.duration / 1e6),
    latency:percentile(50) / 1000, latency:percentile(90) / 1000, latency:percentile(99) / 1000, latency.max / 1000,
    errors.status, errors.connect + errors.read + errors.write + errors.timeout))
end
