"""How many of 100,000 customers move when a fifth shard joins four?"""
from collections import Counter
from hashlib import blake2b

SLOTS = 1024
CUSTOMERS = range(1, 100_001)


def number(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big")


# #region place
def modulo(customer_id: int, shards: int) -> int:
    return number(str(customer_id)) % shards


def slot(customer_id: int) -> int:
    return number(str(customer_id)) % SLOTS      # never changes


def add_shard(table: list[int]) -> list[int]:
    """A new shard takes its fair share of slots; all others stay."""
    new, counts = max(table) + 1, Counter(table)
    table, share = table.copy(), SLOTS // (max(table) + 2)
    for _ in range(share):
        donor = counts.most_common(1)[0][0]      # take from the fullest shard
        table[table.index(donor)] = new
        counts[donor] -= 1
    return table
# #endregion place


before = [n % 4 for n in range(SLOTS)]
after = add_shard(before)
moved_mod = sum(modulo(c, 4) != modulo(c, 5) for c in CUSTOMERS)
moved_slots = sum(before[slot(c)] != after[slot(c)] for c in CUSTOMERS)
print(f"modulo:     {moved_mod:6,} of 100,000 customers move")
print(f"slot table: {moved_slots:6,} of 100,000 customers move")
print("per shard:", dict(sorted(Counter(after[slot(c)] for c in CUSTOMERS).items())))
