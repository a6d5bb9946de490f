"""The HPA's rule on a newsletter: 200 requests a second, then 1,200 for ten minutes.

A Pod serves 100 requests a second and needs 45 s to become ready. One line = 15 s.
"""
import math

CAPACITY, TARGET, START, TICK = 100, 60, 45, 15


# #region rule
def desired(metric: str, demand: int, ready: int, current: int) -> int:
    if metric == "cpu":                       # a Pod cannot show more than 100 %
        seen = min(demand, ready * CAPACITY)  # Pods that start count as idle
    else:                                     # counted at the gateway: all of it
        seen = demand
    ratio = seen / (current * TARGET)
    if abs(ratio - 1) <= 0.1:                 # default tolerance
        return current
    return math.ceil(current * ratio)
# #endregion rule


def simulate(metric: str, minimum: int, maximum: int = 20, seconds: int = 660):
    pods = [-START] * minimum                 # the second in which each Pod was created
    unserved, steps, enough = 0, [], None
    for t in range(0, seconds, TICK):
        demand = 1200 if t >= 60 else 200
        ready = sum(t - born >= START for born in pods)
        unserved += max(0, demand - ready * CAPACITY) * TICK
        if demand == 1200 and enough is None and ready * CAPACITY >= demand:
            enough = t - 60
        want = desired(metric, demand, ready, len(pods))
        want = min(want, len(pods) * 2, maximum)      # policy: at most double in 15 s
        if want > len(pods):                          # (shrinking waits 300 s: not shown)
            steps.append(f"{t - 60:+}s {len(pods)}->{want}")
            pods += [t] * (want - len(pods))
    return steps, enough, unserved


if __name__ == "__main__":
    for metric, minimum in (("cpu", 4), ("requests", 4), ("requests", 8)):
        steps, enough, unserved = simulate(metric, minimum)
        print(f"{metric}, at least {minimum} Pods")
        print(f"  scaled: {', '.join(steps)}")
        print(f"  enough capacity after {enough} s, {unserved:,} requests beyond capacity")
