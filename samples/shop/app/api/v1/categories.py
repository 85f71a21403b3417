"""The routes of categories."""

import uuid
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response, status

from app.api.records import CONFLICT, NOT_FOUND
from app.core.pages import Page
from app.models.category import Category
from app.schemas.category import CategoryCreate, CategoryQuery, CategoryRead, CategoryUpdate
from app.services.category_service import CategoryService

router = APIRouter(prefix="/categories", tags=["categories"])

CategoryServiceDep = Annotated[CategoryService, Depends()]


@router.get("", response_model=Page[CategoryRead])
async def list_categories(
    service: CategoryServiceDep, query: Annotated[CategoryQuery, Query()]
) -> Page[Category]:
    return await service.list(query)


@router.post(
    "",
    response_model=CategoryRead,
    status_code=status.HTTP_201_CREATED,
    responses=CONFLICT,
)
async def create_category(
    service: CategoryServiceDep, body: CategoryCreate, request: Request, response: Response
) -> Category:
    created = await service.create(body)
    response.headers["Location"] = f"{request.url.path}/{created.id}"
    return created


@router.get(
    "/{category_id}",
    response_model=CategoryRead,
    responses=NOT_FOUND,
)
async def get_category(service: CategoryServiceDep, category_id: uuid.UUID) -> Category:
    return await service.get(category_id)


@router.patch(
    "/{category_id}",
    response_model=CategoryRead,
    responses=NOT_FOUND | CONFLICT,
)
async def update_category(
    service: CategoryServiceDep, category_id: uuid.UUID, body: CategoryUpdate
) -> Category:
    return await service.update(category_id, body)


@router.delete(
    "/{category_id}",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=NOT_FOUND | CONFLICT,
)
async def delete_category(service: CategoryServiceDep, category_id: uuid.UUID) -> None:
    await service.delete(category_id)
