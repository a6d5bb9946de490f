"""One server that can do 100 requests a second is offered 120. Clients give up after 1 s."""
from collections import deque


# #region simulate
def useful_answers(
    queue_limit, seconds=30, offered=120, capacity=100, patience=1.0
):
    queue, useful, free_at = deque(), [0] * seconds, 0.0

    def serve_until(now):
        nonlocal free_at
        while queue and max(free_at, queue[0]) <= now:
            arrived = queue.popleft()
            free_at = max(free_at, arrived) + 1 / capacity
            if free_at - arrived <= patience and free_at < seconds:
                useful[int(free_at)] += 1      # the client is still there

    for n in range(offered * seconds):
        now = n / offered
        serve_until(now)
        if len(queue) < queue_limit:
            queue.append(now)                  # else: refused at once with 503
    serve_until(seconds)
    return useful
# #endregion simulate


open_ended = useful_answers(queue_limit=10**9)
bounded = useful_answers(queue_limit=50)
print("useful answers per second")
print("second      unbounded queue   queue of 50")
for second in (1, 3, 5, 7, 10, 20, 29):
    print(f"{second:6d}  {open_ended[second]:16d}  {bounded[second]:12d}")
