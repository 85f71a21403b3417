"""The routes of fees."""

import uuid
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response, status

from app.api.records import CONFLICT, NOT_FOUND, UNAUTHORIZED
from app.core.pages import Page
from app.dependencies.auth import require_roles
from app.models.fee import Fee
from app.schemas.fee import FeeCreate, FeeQuery, FeeRead, FeeUpdate
from app.services.fee_service import FeeService

router = APIRouter(
    prefix="/fees",
    tags=["fees"],
    dependencies=[Depends(require_roles("treasurer", "admin"))],
    responses=UNAUTHORIZED,
)

FeeServiceDep = Annotated[FeeService, Depends()]


@router.get("", response_model=Page[FeeRead])
async def list_fees(service: FeeServiceDep, query: Annotated[FeeQuery, Query()]) -> Page[Fee]:
    return await service.list(query)


@router.post(
    "",
    response_model=FeeRead,
    status_code=status.HTTP_201_CREATED,
    responses=CONFLICT,
)
async def create_fee(
    service: FeeServiceDep, body: FeeCreate, request: Request, response: Response
) -> Fee:
    created = await service.create(body)
    response.headers["Location"] = f"{request.url.path}/{created.id}"
    return created


@router.get(
    "/{fee_id}",
    response_model=FeeRead,
    responses=NOT_FOUND,
)
async def get_fee(service: FeeServiceDep, fee_id: uuid.UUID) -> Fee:
    return await service.get(fee_id)


@router.patch(
    "/{fee_id}",
    response_model=FeeRead,
    responses=NOT_FOUND | CONFLICT,
)
async def update_fee(service: FeeServiceDep, fee_id: uuid.UUID, body: FeeUpdate) -> Fee:
    return await service.update(fee_id, body)


@router.delete(
    "/{fee_id}",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=NOT_FOUND | CONFLICT,
)
async def delete_fee(service: FeeServiceDep, fee_id: uuid.UUID) -> None:
    await service.delete(fee_id)
