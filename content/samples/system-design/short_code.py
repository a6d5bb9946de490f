"""Short codes from a counter: no collisions, and no visible order."""

# #region code
ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
LENGTH = 7
SPACE = 62**LENGTH  # 3_521_614_606_208 codes
FACTOR = 1_580_030_173_457  # shares no divisor with 62, so it can be undone


def code_of(number: int) -> str:
    scrambled = number * FACTOR % SPACE
    digits = []
    for _ in range(LENGTH):
        scrambled, digit = divmod(scrambled, 62)
        digits.append(ALPHABET[digit])
    return "".join(reversed(digits))


def number_of(code: str) -> int:
    scrambled = 0
    for character in code:
        scrambled = scrambled * 62 + ALPHABET.index(character)
    return scrambled * pow(FACTOR, -1, SPACE) % SPACE
# #endregion code


if __name__ == "__main__":
    for number in (1, 2, 3, 1_830_000_000, SPACE - 1):
        code = code_of(number)
        assert number_of(code) == number and len(code) == LENGTH
        print(number, code)
    assert len({code_of(n) for n in range(100_000)}) == 100_000
