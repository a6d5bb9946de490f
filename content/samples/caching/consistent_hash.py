"""How many keys change their server when a fifth cache server joins four?"""
import binascii
import bisect
import hashlib

KEYS = [f"product:{i}" for i in range(100_000)]


def number(text):
    return int.from_bytes(hashlib.md5(text.encode()).digest()[:8], "big")


# #region compare
def by_remainder(servers):
    return lambda key: servers[number(key) % len(servers)]


def by_ring(servers, points=200):
    ring = sorted(
        (number(f"{s}#{i}"), s) for s in servers for i in range(points)
    )
    places = [place for place, _ in ring]
    return lambda key: ring[bisect.bisect(places, number(key)) % len(ring)][1]


def moved(method):
    old, new = method(list("ABCD")), method(list("ABCDE"))
    return sum(old(key) != new(key) for key in KEYS) / len(KEYS)


def redis_slot(key):
    start = key.find("{")
    end = key.find("}", start + 1)
    if start >= 0 and end > start + 1:          # only the part in braces counts
        key = key[start + 1:end]
    return binascii.crc_hqx(key.encode(), 0) % 16384
# #endregion compare


print(f"remainder: {moved(by_remainder):.1%} of the keys move")
print(f"ring:      {moved(by_ring):.1%} of the keys move")
for key in ("product:42", "cart:{7}", "orders:{7}"):
    print(f"{key:<11} is in slot {redis_slot(key)}")
