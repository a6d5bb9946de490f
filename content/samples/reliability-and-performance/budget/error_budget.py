"""An error budget counted in requests, what spent it, and whether automating a chore pays."""

# #region budget
OBJECTIVE = 0.999
requests = 30_000_000  # expected in 30 days
budget = round(requests * (1 - OBJECTIVE))

spent = [  # what happened, failed requests
    ("payment provider down, 35 min", 9_800),
    ("release 3.4.0, rolled back", 6_400),
    ("background noise", 4_100),
]
left = budget - sum(failed for _, failed in spent)
print(f"budget {budget}, left {left} ({left / budget:.0%})")
for cause, failed in spent:
    note = "  -> postmortem (over 20 %)" if failed > 0.2 * budget else ""
    print(f"{failed / budget:5.0%}  {cause}{note}")
# #endregion budget

# #region chain
hard = {"gateway": 0.9995, "order": 0.9995, "postgresql": 0.9995, "payment": 0.998}
best = 1.0
for availability in hard.values():
    best *= availability
print(f"all four needed: {best:.2%}; payment taken out of the path: {best / hard['payment']:.2%}")
# #endregion chain

# #region toil
chores = [  # name, minutes each time, times a month, hours to automate
    ("restart the stuck importer", 20, 30, 16),
    ("rotate the partner's key", 45, 1, 24),
    ("refund by hand in SQL", 15, 60, 40),
]
for name, minutes, times, cost in sorted(chores, key=lambda c: c[3] / (c[1] * c[2])):
    hours = minutes * times / 60
    print(f"{hours:5.1f} h a month, pays back in {cost / hours:5.1f} months: {name}")
# #endregion toil
assert (budget, left) == (30_000, 9_700)
