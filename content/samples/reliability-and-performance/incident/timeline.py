"""Times of one incident, from the events that the chat bot collected."""
from datetime import datetime

# #region timeline
EVENTS = """\
18:02 started    release 3.4.0 reaches all instances
18:09 detected   page: burn rate of checkout over 14.4
18:11 acked      Ines on call, opens #inc-42, severity 1
18:16 note       Ines takes command, Bo operations, Cem communication
18:20 note       first public update
18:31 note       theory "bots flood the login" ruled out by the gateway log
18:38 mitigated  rollback to 3.3.9 complete, error rate normal
19:40 resolved   402 orders repaired
"""
# #endregion timeline
at = {}
for line in EVENTS.splitlines():
    clock, kind, text = line.split(maxsplit=2)
    at.setdefault(kind, datetime.strptime(clock, "%H:%M"))


def minutes(first, second):
    return int((at[second] - at[first]).total_seconds() // 60)


for name, first, second in [("to detect", "started", "detected"),
                            ("to acknowledge", "detected", "acked"),
                            ("to mitigate", "detected", "mitigated"),
                            ("customers hurt", "started", "mitigated"),
                            ("to resolve", "started", "resolved")]:
    print(f"{name:15} {minutes(first, second):3d} min")
assert minutes("started", "mitigated") == 36
