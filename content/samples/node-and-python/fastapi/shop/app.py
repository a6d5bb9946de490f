from typing import Annotated

from fastapi import Depends, FastAPI, HTTPException, Path, Request, Response

from shop.problem import add_problem_handlers
from shop.products import NewProduct, Product, ProductStore


# #region app
def store_of(request: Request) -> ProductStore:
    return request.app.state.store


Store = Annotated[ProductStore, Depends(store_of)]


def create_app(store: ProductStore) -> FastAPI:
    app = FastAPI(title="Shop")
    app.state.store = store
    add_problem_handlers(app)

    @app.get("/api/products")
    def all_products(store: Store) -> list[Product]:
        return store.all()

    @app.get("/api/products/{id}")
    def one_product(id: Annotated[int, Path(gt=0)], store: Store) -> Product:
        product = store.find(id)
        if product is None:
            raise HTTPException(404, "Product not found")
        return product

    @app.post("/api/products", status_code=201)
    def add_product(
        draft: NewProduct, response: Response, store: Store
    ) -> Product:
        product = store.add(draft)
        response.headers["Location"] = f"/api/products/{product.id}"
        return product

    return app
# #endregion app


app = create_app(ProductStore())
