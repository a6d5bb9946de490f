-- One atomic step: refill, check, take. KEYS[1] is the caller's bucket.
local rate, burst = tonumber(ARGV[1]), tonumber(ARGV[2])
local cost = tonumber(ARGV[3])
local time = redis.call('TIME')              -- Redis's clock, for all gateways
local now = time[1] + time[2] / 1000000
local bucket = redis.call('HMGET', KEYS[1], 'tokens', 'updated')
local tokens = tonumber(bucket[1]) or burst  -- an unknown caller starts full
local updated = tonumber(bucket[2]) or now
tokens = math.min(burst, tokens + (now - updated) * rate)
local wait = 0
if tokens >= cost then
  tokens = tokens - cost
else
  wait = math.ceil((cost - tokens) / rate)  -- seconds, for Retry-After
end
redis.call('HSET', KEYS[1],
  'tokens', tostring(tokens), 'updated', tostring(now))
-- Full again: forget it.
redis.call('EXPIRE', KEYS[1], math.ceil(burst / rate) + 1)
return wait
