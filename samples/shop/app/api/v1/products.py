"""The routes of products."""

import uuid
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response, status

from app.api.records import CONFLICT, NOT_FOUND
from app.core.pages import Page
from app.models.product import Product
from app.schemas.product import ProductCreate, ProductQuery, ProductRead, ProductUpdate
from app.services.product_service import ProductService

router = APIRouter(prefix="/products", tags=["products"])

ProductServiceDep = Annotated[ProductService, Depends()]


@router.get("", response_model=Page[ProductRead])
async def list_products(
    service: ProductServiceDep, query: Annotated[ProductQuery, Query()]
) -> Page[Product]:
    return await service.list(query)


@router.post(
    "",
    response_model=ProductRead,
    status_code=status.HTTP_201_CREATED,
    responses=CONFLICT,
)
async def create_product(
    service: ProductServiceDep, body: ProductCreate, request: Request, response: Response
) -> Product:
    created = await service.create(body)
    response.headers["Location"] = f"{request.url.path}/{created.id}"
    return created


@router.get(
    "/{product_id}",
    response_model=ProductRead,
    responses=NOT_FOUND,
)
async def get_product(service: ProductServiceDep, product_id: uuid.UUID) -> Product:
    return await service.get(product_id)


@router.patch(
    "/{product_id}",
    response_model=ProductRead,
    responses=NOT_FOUND | CONFLICT,
)
async def update_product(
    service: ProductServiceDep, product_id: uuid.UUID, body: ProductUpdate
) -> Product:
    return await service.update(product_id, body)


@router.delete(
    "/{product_id}",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=NOT_FOUND | CONFLICT,
)
async def delete_product(service: ProductServiceDep, product_id: uuid.UUID) -> None:
    await service.delete(product_id)
