"""Play a rolling update by its two limits; every new Pod becomes ready, one after the other."""
from math import ceil, floor


# #region limits
def limits(replicas: int, surge: str, unavailable: str) -> tuple[int, int]:
    """Percentages of replicas: the surge is rounded up, the unavailable part down."""
    def part(value: str, rounding) -> int:
        if value.endswith("%"):
            return rounding(replicas * int(value[:-1]) / 100)
        return int(value)
    extra, missing = part(surge, ceil), part(unavailable, floor)
    if extra == 0 and missing == 0:
        missing = 1  # percentages that both round to zero would never move
    return replicas + extra, replicas - missing  # most Pods, fewest ready Pods
# #endregion limits


def rollout(replicas: int, surge: str, unavailable: str) -> None:
    most, fewest = limits(replicas, surge, unavailable)
    print(f"replicas {replicas}, surge {surge}, unavailable {unavailable}: "
          f"at most {most} Pods, at least {fewest} ready")
    old, starting, ready = replicas, 0, 0
    while ready < replicas:
        starting += max(0, min(most - old - starting - ready, replicas - ready - starting))
        old -= max(0, min(old, old + ready - fewest))
        starting += max(0, min(most - old - starting - ready, replicas - ready - starting))
        print(f"  old {old}  starting {starting}  new ready {ready}")
        starting, ready = starting - 1, ready + 1
    print(f"  old 0  starting 0  new ready {ready}")


if __name__ == "__main__":
    rollout(3, "1", "0")
    rollout(4, "25%", "25%")
    for n in (1, 2, 3, 10):
        print(n, limits(n, "25%", "25%"))
