from decimal import Decimal
from typing import Any

import pytest
from fastapi.testclient import TestClient
from shop.app import create_app
from shop.products import ProductStore

# #region fixture
MUG = {"sku": "MUG-1", "name": "Mug", "price": "12.50", "stock": 5}


@pytest.fixture
def store() -> ProductStore:
    return ProductStore()


@pytest.fixture
def client(store: ProductStore) -> TestClient:
    return TestClient(create_app(store), raise_server_exceptions=False)
# #endregion fixture


def test_stores_a_product_and_says_where_it_is(client: TestClient, store: ProductStore) -> None:
    created = client.post("/api/products", json=MUG)
    assert created.status_code == 201
    assert created.headers["location"] == "/api/products/1"
    assert client.get("/api/products/1").json() == {"id": 1, **MUG}
    assert store.all()[0].amount == Decimal("12.50")


# #region invalid
@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("price", 12.5), ("price", "1.005"), ("stock", -1),
        ("stock", "5"), ("sku", "m"), ("costPrice", "1.00"),
    ],
)
def test_names_the_wrong_field(
    client: TestClient, field: str, value: Any
) -> None:
    res = client.post("/api/products", json={**MUG, field: value})
    assert res.status_code == 422
    assert res.headers["content-type"] == "application/problem+json"
    assert [e["pointer"] for e in res.json()["errors"]] == [f"#/{field}"]
# #endregion invalid


def test_answers_400_to_a_body_that_is_not_json(client: TestClient) -> None:
    res = client.post("/api/products", content='{"sku":', headers={"content-type": "application/json"})
    assert res.status_code == 400


def test_answers_409_to_a_sku_that_exists(client: TestClient) -> None:
    client.post("/api/products", json=MUG)
    assert client.post("/api/products", json=MUG).status_code == 409


def test_unknown_paths_and_ids_are_problems_too(client: TestClient) -> None:
    for path in ("/api/products/7", "/api/nothing"):
        res = client.get(path)
        assert (res.status_code, res.json()["status"]) == (404, 404)
    assert "allow" in client.delete("/api/products").headers


def test_hides_what_broke(client: TestClient, store: ProductStore, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise RuntimeError("password=hunter2 refused by 10.0.0.7")

    monkeypatch.setattr(store, "all", broken)
    res = client.get("/api/products")
    assert res.status_code == 500
    assert "hunter2" not in res.text
