"""The routes of orders."""

import uuid
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response, status

from app.api.records import CONFLICT, NOT_FOUND
from app.core.pages import Page
from app.models.order import Order
from app.schemas.order import OrderCreate, OrderQuery, OrderRead, OrderUpdate
from app.services.order_service import OrderService

router = APIRouter(prefix="/orders", tags=["orders"])

OrderServiceDep = Annotated[OrderService, Depends()]


@router.get("", response_model=Page[OrderRead])
async def list_orders(
    service: OrderServiceDep, query: Annotated[OrderQuery, Query()]
) -> Page[Order]:
    return await service.list(query)


@router.post(
    "",
    response_model=OrderRead,
    status_code=status.HTTP_201_CREATED,
    responses=CONFLICT,
)
async def create_order(
    service: OrderServiceDep, body: OrderCreate, request: Request, response: Response
) -> Order:
    created = await service.create(body)
    response.headers["Location"] = f"{request.url.path}/{created.id}"
    return created


@router.get(
    "/{order_id}",
    response_model=OrderRead,
    responses=NOT_FOUND,
)
async def get_order(service: OrderServiceDep, order_id: uuid.UUID) -> Order:
    return await service.get(order_id)


@router.patch(
    "/{order_id}",
    response_model=OrderRead,
    responses=NOT_FOUND | CONFLICT,
)
async def update_order(service: OrderServiceDep, order_id: uuid.UUID, body: OrderUpdate) -> Order:
    return await service.update(order_id, body)


@router.delete(
    "/{order_id}",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=NOT_FOUND | CONFLICT,
)
async def delete_order(service: OrderServiceDep, order_id: uuid.UUID) -> None:
    await service.delete(order_id)
