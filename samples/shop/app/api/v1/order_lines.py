"""The routes of order lines."""

import uuid
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response, status

from app.api.records import CONFLICT, NOT_FOUND
from app.core.pages import Page
from app.models.order_line import OrderLine
from app.schemas.order_line import OrderLineCreate, OrderLineQuery, OrderLineRead, OrderLineUpdate
from app.services.order_line_service import OrderLineService

router = APIRouter(prefix="/order-lines", tags=["order lines"])

OrderLineServiceDep = Annotated[OrderLineService, Depends()]


@router.get("", response_model=Page[OrderLineRead])
async def list_order_lines(
    service: OrderLineServiceDep, query: Annotated[OrderLineQuery, Query()]
) -> Page[OrderLine]:
    return await service.list(query)


@router.post(
    "",
    response_model=OrderLineRead,
    status_code=status.HTTP_201_CREATED,
    responses=CONFLICT,
)
async def create_order_line(
    service: OrderLineServiceDep, body: OrderLineCreate, request: Request, response: Response
) -> OrderLine:
    created = await service.create(body)
    response.headers["Location"] = f"{request.url.path}/{created.id}"
    return created


@router.get(
    "/{order_line_id}",
    response_model=OrderLineRead,
    responses=NOT_FOUND,
)
async def get_order_line(service: OrderLineServiceDep, order_line_id: uuid.UUID) -> OrderLine:
    return await service.get(order_line_id)


@router.patch(
    "/{order_line_id}",
    response_model=OrderLineRead,
    responses=NOT_FOUND | CONFLICT,
)
async def update_order_line(
    service: OrderLineServiceDep, order_line_id: uuid.UUID, body: OrderLineUpdate
) -> OrderLine:
    return await service.update(order_line_id, body)


@router.delete(
    "/{order_line_id}",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=NOT_FOUND | CONFLICT,
)
async def delete_order_line(service: OrderLineServiceDep, order_line_id: uuid.UUID) -> None:
    await service.delete(order_line_id)
