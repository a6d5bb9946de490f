"""Asks stock, price and delivery services at the same time, with one deadline for all."""
import asyncio
import time
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol


# #region types
@dataclass(frozen=True, slots=True)
class Line:
    sku: str
    quantity: int


@dataclass(frozen=True, slots=True)
class Quote:
    total: Decimal
    days: int | None


class Catalog(Protocol):
    async def price(self, sku: str) -> Decimal: ...
    async def in_stock(self, line: Line) -> bool: ...
    async def delivery_days(self) -> int: ...
# #endregion types


class SoldOut(Exception):
    pass


# #region quote
async def quote(
    lines: list[Line], catalog: Catalog, within: float = 1.0
) -> Quote:
    async with asyncio.timeout(within), asyncio.TaskGroup() as group:
        prices = [group.create_task(catalog.price(line.sku)) for line in lines]
        stock = [group.create_task(catalog.in_stock(line)) for line in lines]
        days = group.create_task(delivery_or_none(catalog))

    if not all(task.result() for task in stock):
        raise SoldOut
    amounts = (p.result() * line.quantity for p, line in zip(prices, lines))
    total = sum(amounts, Decimal(0))
    return Quote(total, days.result())


async def delivery_or_none(catalog: Catalog) -> int | None:
    try:
        return await catalog.delivery_days()
    except ConnectionError:
        return None
# #endregion quote


class SlowCatalog:
    """A stand-in whose answers take 0.1 s each."""

    async def price(self, sku: str) -> Decimal:
        await asyncio.sleep(0.1)
        return {"MUG-1": Decimal("12.50"), "TEA-1": Decimal("4.90")}[sku]

    async def in_stock(self, line: Line) -> bool:
        await asyncio.sleep(0.1)
        return line.quantity <= 5

    async def delivery_days(self) -> int:
        await asyncio.sleep(0.1)
        return 2


if __name__ == "__main__":
    start = time.perf_counter()
    print(asyncio.run(quote([Line("MUG-1", 1), Line("TEA-1", 2)], SlowCatalog())))
    print(f"five answers of 0.1 s each in {time.perf_counter() - start:.2f} s")
