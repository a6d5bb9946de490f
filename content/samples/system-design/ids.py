"""Three ways to make ids without asking a database. Run: python3 ids.py"""
import random

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: no I, L, O, U


# #region snowflake
class Snowflake:
    """64 bits: 41 of milliseconds, 10 of machine, 12 of sequence."""

    EPOCH = 1_767_225_600_000  # 2026-01-01; 41 bits last 69 years from there

    def __init__(self, machine):
        self.machine, self.last, self.sequence = machine, -1, 0

    def next(self, now):
        if now < self.last:
            raise RuntimeError(
                "the clock went back: wait, or stop this machine")
        self.sequence = self.sequence + 1 if now == self.last else 0
        if self.sequence == 4096:
            raise RuntimeError(
                "4,096 ids in this millisecond: wait for the next")
        self.last = now
        return (now - self.EPOCH) << 22 | self.machine << 12 | self.sequence
# #endregion snowflake


# #region uuid7
def uuid7(now, bits):
    """128 bits (RFC 9562): 48 of milliseconds, 74 random, 6 say which kind."""
    value = now << 80 | 7 << 76 | bits(12) << 64 | 0b10 << 62 | bits(62)
    text = f"{value:032x}"
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))
# #endregion uuid7


def ulid(now, bits):
    """The same idea, 48 + 80 bits, in 26 letters."""
    value = now << 80 | bits(80)
    return "".join(ALPHABET[value >> shift & 31] for shift in range(125, -1, -5))


if __name__ == "__main__":
    start = 1_795_165_200_000  # 2026-11-20 09:00:00 UTC
    bits = random.Random(7).getrandbits  # in production: secrets.randbits
    first, second = Snowflake(1), Snowflake(2)
    for name, make in (("Snowflake", lambda t: first.next(t)),
                       ("UUIDv7", lambda t: uuid7(t, bits)),
                       ("ULID", lambda t: ulid(t, bits))):
        made = [make(start + ms) for ms in (0, 1, 1000)]
        assert made == sorted(made)
        print(f"{name:10}", made[0])
        print(f"{'':10}", made[2], "a second later")
    assert first.next(start + 1000) != second.next(start + 1000)
    try:
        first.next(start)
    except RuntimeError as problem:
        print("Snowflake ", problem)
