from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from shop.products import SkuTaken


def problem(status: int, title: str, headers: Mapping[str, str] | None = None, **members: Any) -> JSONResponse:
    return JSONResponse(
        {"type": "about:blank", "title": title, "status": status, **members},
        status_code=status,
        headers=headers,
        media_type="application/problem+json",
    )


# #region handlers
def add_problem_handlers(app: FastAPI) -> None:
    @app.exception_handler(RequestValidationError)
    async def invalid(
        _: Request, error: RequestValidationError
    ) -> JSONResponse:
        found = error.errors()
        if any(e["type"] == "json_invalid" for e in found):
            return problem(400, "The body could not be read")
        errors = [
            {"pointer": pointer(e["loc"]), "detail": e["msg"]} for e in found
        ]
        return problem(422, "Some fields are not valid", errors=errors)

    @app.exception_handler(SkuTaken)
    async def taken(_: Request, error: SkuTaken) -> JSONResponse:
        detail = f"A product with SKU {error} exists."
        return problem(409, "SKU already taken", detail=detail)

    @app.exception_handler(HTTPException)
    async def http(_: Request, error: HTTPException) -> JSONResponse:
        return problem(error.status_code, str(error.detail), error.headers)

    @app.exception_handler(Exception)
    async def bug(_: Request, error: Exception) -> JSONResponse:
        return problem(500, "Something broke on our side")
# #endregion handlers


def pointer(loc: tuple[str | int, ...]) -> str:
    """('body', 'price') becomes '#/price'; a path or query value keeps its own name."""
    where, *rest = loc
    return "/".join(["#", *map(str, rest)]) if where == "body" else "/".join(map(str, loc))
