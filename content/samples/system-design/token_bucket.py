"""A token bucket beside a fixed window, with the time passed in."""


# #region bucket
class TokenBucket:
    def __init__(self, rate: float, capacity: float, now: float) -> None:
        self.rate, self.capacity = rate, capacity
        self.tokens, self.updated = capacity, now

    def allow(self, now: float, cost: float = 1) -> tuple[bool, float]:
        """Says whether the request may pass, and else how long to wait."""
        elapsed = max(0.0, now - self.updated)
        self.tokens = min(self.capacity, self.tokens + elapsed * self.rate)
        self.updated = max(now, self.updated)
        if self.tokens >= cost:
            self.tokens -= cost
            return True, 0.0
        return False, (cost - self.tokens) / self.rate
# #endregion bucket


class FixedWindow:
    def __init__(self, limit: int, seconds: float) -> None:
        self.limit, self.seconds = limit, seconds
        self.window, self.count = -1, 0

    def allow(self, now: float) -> bool:
        window = int(now // self.seconds)
        if window != self.window:
            self.window, self.count = window, 0
        self.count += 1
        return self.count <= self.limit


if __name__ == "__main__":
    times = [9.9] * 10 + [10.1] * 10
    window = FixedWindow(limit=10, seconds=10)
    print("fixed window:", sum(window.allow(t) for t in times), "of 20 pass")
    bucket = TokenBucket(rate=1, capacity=10, now=0)
    answers = [bucket.allow(t) for t in times]
    print("token bucket:", sum(ok for ok, _ in answers), "of 20 pass")
    print(f"Retry after {answers[-1][1]:.1f} s")
    assert bucket.allow(10.9 + 0.01)[0]
