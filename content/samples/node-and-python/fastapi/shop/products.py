from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints


# #region model
class NewProduct(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    sku: Annotated[str, Field(pattern=r"^[A-Z0-9-]{3,20}$")]
    name: Annotated[
        str,
        StringConstraints(strip_whitespace=True, min_length=1, max_length=200),
    ]
    price: Annotated[str, Field(pattern=r"^[0-9]{1,8}\.[0-9]{2}$")]
    stock: Annotated[int, Field(ge=0)]

    @property
    def amount(self) -> Decimal:
        return Decimal(self.price)


class Product(NewProduct):
    id: int
# #endregion model


class SkuTaken(Exception):
    pass


class ProductStore:
    """Keeps products in memory; a database will replace it."""

    def __init__(self) -> None:
        self._by_id: dict[int, Product] = {}

    def all(self) -> list[Product]:
        return list(self._by_id.values())

    def find(self, id: int) -> Product | None:
        return self._by_id.get(id)

    def add(self, draft: NewProduct) -> Product:
        if any(product.sku == draft.sku for product in self._by_id.values()):
            raise SkuTaken(draft.sku)
        product = Product(id=len(self._by_id) + 1, **draft.model_dump())
        self._by_id[product.id] = product
        return product
