"""What a chain of synchronous calls does to availability and to slow requests."""

# #region chain
def chain(availability: float, services: int) -> float:
    # Every service must be up, failures are independent.
    return availability ** services


def sees_a_slow_call(share: float, calls: int) -> float:
    # At least one of the calls is among the slow ones.
    return 1 - (1 - share) ** calls


print("services  all up    down per 30 days  request meets a 1% slow call")
for n in (1, 3, 5, 10):
    up = chain(0.999, n)
    minutes = (1 - up) * 30 * 24 * 60
    slow = sees_a_slow_call(0.01, n)
    print(f"{n:8}  {up:.3%}  {minutes:12.0f} min  {slow:27.1%}")
# #endregion chain
