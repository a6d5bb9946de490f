"""Which resource gives way first at checkout? Busy time a request, divided by the number of servers."""

# #region demand
resources = {  # milliseconds one checkout keeps it busy, how many there are
    "CPU core": (6, 4),
    "database connection": (30, 10),
    "payment slot": (80, 20),
    "disk write (WAL)": (2, 1),
}


def limits(table):
    return {name: 1000 * count / busy for name, (busy, count) in table.items()}


def show(title, table):
    rates = limits(table)
    narrow = min(rates, key=lambda name: rates[name])
    print(f"{title}: {rates[narrow]:.0f}/s, limited by {narrow}")
    for name, rate in sorted(rates.items(), key=lambda r: r[1]):
        print(f"  {rate:4.0f}/s  {name}, {200 / rate:.0%} busy at 200/s")


show("today", resources)
show("pool doubled", resources | {"database connection": (30, 20)})
show("payment slots doubled", resources | {"payment slot": (80, 40)})
# #endregion demand
assert min(limits(resources).values()) == 250
