import asyncio
import unittest
from decimal import Decimal
from unittest.mock import AsyncMock

from checkout import Catalog, Line, Quote, SoldOut, quote

# #region unittest
LINES = [Line("MUG-1", 1), Line("TEA-1", 2)]


class QuoteTest(unittest.IsolatedAsyncioTestCase):
    def setUp(self) -> None:
        self.catalog = AsyncMock(spec=Catalog)
        self.catalog.price.side_effect = [Decimal("12.50"), Decimal("4.90")]
        self.catalog.in_stock.return_value = True
        self.catalog.delivery_days.return_value = 2

    async def test_adds_up_exactly(self) -> None:
        quoted = await quote(LINES, self.catalog)
        self.assertEqual(quoted, Quote(Decimal("22.30"), 2))

    async def test_one_missing_product_refuses_the_order(self) -> None:
        self.catalog.in_stock.side_effect = [True, False]
        with self.assertRaises(SoldOut):
            await quote(LINES, self.catalog)
# #endregion unittest

    async def test_a_delivery_service_that_is_down_costs_only_its_answer(self) -> None:
        self.catalog.delivery_days.side_effect = ConnectionError
        self.assertEqual(await quote(LINES, self.catalog), Quote(Decimal("22.30"), None))

    async def test_one_failed_price_fails_the_group(self) -> None:
        self.catalog.price.side_effect = LookupError
        with self.assertRaises(ExceptionGroup):
            await quote(LINES, self.catalog)

    async def test_the_deadline_holds_for_all(self) -> None:
        async def slow(line: Line) -> bool:
            await asyncio.sleep(5)
            return True

        self.catalog.in_stock.side_effect = slow
        with self.assertRaises(TimeoutError):
            await quote(LINES, self.catalog, within=0.05)


if __name__ == "__main__":
    unittest.main()
