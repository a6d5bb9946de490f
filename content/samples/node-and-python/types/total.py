# #region total
import json
from typing import TypedDict


class Line(TypedDict):
    name: str
    cents: int


def total(lines: list[Line]) -> int:
    return sum(line["cents"] for line in lines)


body = '[{"name":"Mug","cents":"1250"},{"name":"Tea","cents":490}]'
lines: list[Line] = json.loads(body)
try:
    print(total(lines))
except TypeError as error:
    print("TypeError:", error)
# #endregion total
