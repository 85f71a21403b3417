import logging
from collections.abc import AsyncIterator
from typing import Any

import pytest
from fastapi import FastAPI, HTTPException
from fastapi.responses import StreamingResponse
from httpx2 import AsyncClient, Response
from pydantic import BaseModel


class Order(BaseModel):
    quantity: int


@pytest.fixture(autouse=True)
def routes(app: FastAPI) -> None:
    @app.post("/orders")
    async def order(order: Order) -> Order:
        return order

    @app.get("/broken")
    async def broken() -> None:
        raise RuntimeError("the password is hunter2")

    @app.get("/broken-halfway")
    async def broken_halfway() -> StreamingResponse:
        async def chunks() -> AsyncIterator[str]:
            yield "half"
            raise RuntimeError("no more")

        return StreamingResponse(chunks())

    @app.get("/structured")
    async def structured() -> None:
        raise HTTPException(409, {"stock": 0})

    @app.get("/status/{status_code}")
    async def any_status(status_code: int) -> None:
        raise HTTPException(status_code, "As said", headers={"X-Kept": "yes"})

    @app.get("/teapot")
    async def teapot() -> None:
        raise HTTPException(418, "Short and stout", headers={"X-Spout": "left"})


def problem_of(response: Response) -> dict[str, Any]:
    """The body, without what is true of every problem."""
    assert response.headers["Content-Type"] == "application/problem+json"
    problem: dict[str, Any] = response.json()
    assert problem.pop("type") == "about:blank"
    assert problem.pop("status") == response.status_code
    assert problem.pop("request_id") == response.headers["X-Request-ID"]
    return problem


async def test_unknown_path(client: AsyncClient) -> None:
    response = await client.get("/nowhere")
    assert response.status_code == 404
    assert problem_of(response) == {
        "title": "Not Found",
        "detail": "Not Found",
        "code": "not_found",
    }


async def test_wrong_method_says_which_are_right(client: AsyncClient) -> None:
    response = await client.put("/orders", json={})
    assert response.status_code == 405
    assert response.headers["Allow"] == "POST"
    assert problem_of(response)["code"] == "method_not_allowed"


async def test_an_error_of_a_route_keeps_its_detail_and_headers(client: AsyncClient) -> None:
    response = await client.get("/teapot")
    assert response.status_code == 418
    assert response.headers["X-Spout"] == "left"
    assert problem_of(response)["detail"] == "Short and stout"


async def test_a_detail_that_is_not_text_is_not_shown(client: AsyncClient) -> None:
    response = await client.get("/structured")
    assert response.status_code == 409
    assert problem_of(response) == {"title": "Conflict", "detail": "Conflict", "code": "conflict"}


@pytest.mark.parametrize(
    ("status_code", "title"), [(499, "Client Error"), (520, "Server Error"), (599, "Server Error")]
)
async def test_a_status_without_a_name_is_kept(
    client: AsyncClient, status_code: int, title: str
) -> None:
    response = await client.get(f"/status/{status_code}")
    assert response.status_code == status_code
    assert response.headers["X-Kept"] == "yes"
    problem = problem_of(response)
    assert problem["title"] == title
    assert problem["detail"] == "As said"


@pytest.mark.parametrize("status_code", [204, 205, 304])
async def test_a_status_that_allows_no_body_has_none(client: AsyncClient, status_code: int) -> None:
    response = await client.get(f"/status/{status_code}")
    assert response.status_code == status_code
    assert response.headers["X-Kept"] == "yes"
    assert response.content == b""
    assert "Content-Type" not in response.headers


async def test_an_invalid_body_is_explained_but_not_repeated(client: AsyncClient) -> None:
    response = await client.post("/orders", json={"quantity": "hunter2"})
    assert response.status_code == 422
    assert "hunter2" not in response.text
    assert problem_of(response) == {
        "title": "Unprocessable Content",
        "detail": "The request is not valid",
        "code": "unprocessable_content",
        "errors": [
            {
                "loc": ["body", "quantity"],
                "msg": "Input should be a valid integer, unable to parse string as an integer",
                "type": "int_parsing",
            }
        ],
    }


async def test_an_unexpected_error_is_logged_and_not_shown(
    client: AsyncClient, caplog: pytest.LogCaptureFixture
) -> None:
    response = await client.get("/broken", headers={"Origin": "https://site.example"})
    assert response.status_code == 500
    assert "hunter2" not in response.text
    assert "X-Content-Type-Options" in response.headers
    assert problem_of(response)["code"] == "internal_server_error"
    assert "Unhandled error in GET '/broken'" in caplog.text
    assert "hunter2" in caplog.text


async def test_an_error_halfway_breaks_the_connection(
    client: AsyncClient, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(RuntimeError, match="no more"):
        await client.get("/broken-halfway")
    assert caplog.record_tuples[0][:2] == ("app.middleware.unhandled_errors", logging.ERROR)


async def test_openapi_describes_the_problems_of_every_route(client: AsyncClient) -> None:
    document = (await client.get("/openapi.json")).json()
    reference = {"$ref": "#/components/schemas/Problem"}
    for path in document["paths"].values():
        for operation in path.values():
            responses = operation["responses"]
            assert "422" not in responses
            for status_range in ("4XX", "5XX"):
                content = {"application/problem+json": {"schema": reference}}
                assert responses[status_range]["content"] == content
    schemas = document["components"]["schemas"]
    assert set(schemas["Problem"]["properties"]) == {
        "type",
        "title",
        "status",
        "detail",
        "code",
        "request_id",
        "errors",
    }
    assert "FieldProblem" in schemas
