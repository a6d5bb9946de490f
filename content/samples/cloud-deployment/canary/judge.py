"""Decide about a canary from an access log whose lines begin: pool status."""
import math
import sys
from collections import Counter


# #region judge
def requests_needed(fault_rate: float, confidence: float = 0.95) -> int:
    """Canary requests until a fault of this rate has shown at least once."""
    return math.ceil(math.log(1 - confidence) / math.log(1 - fault_rate))


def judge(lines, minimum: int, allowed_extra: float = 0.01):
    total, failed = Counter(), Counter()
    for line in lines:
        pool, status, *_ = line.split()
        total[pool] += 1
        failed[pool] += status.startswith("5")
    rate = {pool: failed[pool] / total[pool] for pool in total}
    stable, canary = rate.get("stable", 0.0), rate.get("canary", 0.0)
    if failed["canary"] >= 5 and canary > stable + allowed_extra:
        verdict = "ROLL BACK"
    elif total["canary"] < minimum:
        verdict = "WAIT"
    else:
        verdict = "PROMOTE"
    return verdict, total, failed
# #endregion judge


if __name__ == "__main__" and len(sys.argv) > 2:
    verdict, total, failed = judge(open(sys.argv[1]), int(sys.argv[2]))
    for pool in ("stable", "canary"):
        print(f"  {pool}: {total[pool]} requests, {failed[pool]} failed")
    print(f"  verdict: {verdict}")
elif __name__ == "__main__":
    for fault in (0.10, 0.05, 0.01, 0.001):
        n = requests_needed(fault)
        print(f"fault in {fault:6.1%} of requests: {n:5d} canary requests, {n * 20:6d} in all at 5 %")
