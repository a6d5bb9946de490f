from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal


@dataclass(frozen=True)
class Item:
    sku: str
    quantity: int
    unit_price: Decimal


def total(items: list[Item], percent_off: int) -> Decimal:
    prices = (item.unit_price * item.quantity for item in items)
    amount = sum(prices, Decimal(0))
    discounted = amount * (100 - percent_off) / 100
    return discounted.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)


basket = [
    Item("TEA-01", 2, Decimal("4.90")),
    Item("MUG-01", 1, Decimal("12.50")),
    Item("POT-01", 1, Decimal("29.00")),
]
print(total(basket, 15))
