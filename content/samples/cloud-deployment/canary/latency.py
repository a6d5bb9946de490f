"""Is the canary slower than the stable version, and by more than chance explains?"""
import math
import random
from collections.abc import Sequence


# #region slower
def slower(stable: Sequence[float], canary: Sequence[float],
           share: float = 0.05) -> tuple[float, int, float]:
    """How many exceed what 5 % of stable exceed, and how many may?"""
    mark = sorted(stable)[int(len(stable) * (1 - share))]
    beyond = sum(ms > mark for ms in canary)
    expected = share * len(canary)
    noise = 3 * math.sqrt(expected * (1 - share))   # three standard deviations
    return mark, beyond, expected + noise
# #endregion slower


def requests(count: int, seed: int, factor: float = 1.0, stuck: float = 0.0) -> list[float]:
    """Times in ms around 80 with a long tail; a share of them waits 900 ms for something."""
    random.seed(seed)
    return [random.lognormvariate(4.4, 0.5) * factor + (900 if random.random() < stuck else 0) for _ in range(count)]


if __name__ == "__main__":
    stable = requests(9_500, 1)
    for name, canary in {
        "the same program": requests(500, 2),
        "all requests 30 % slower": requests(500, 3, factor=1.3),
        "5 % of them wait 900 ms": requests(500, 4, stuck=0.05),
        "5 %, but only 60 requests": requests(60, 5, stuck=0.05),
    }.items():
        mark, beyond, allowed = slower(stable, canary)
        verdict = "ROLL BACK" if beyond > allowed else "no proof"
        print(f"{name:26} {beyond:3d} of {len(canary):3d} over {mark:.0f} ms, up to {allowed:4.1f} allowed: {verdict}")
