"""The routes of addresses."""

import uuid
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response, status

from app.api.records import CONFLICT, NOT_FOUND
from app.core.pages import Page
from app.models.address import Address
from app.schemas.address import AddressCreate, AddressQuery, AddressRead, AddressUpdate
from app.services.address_service import AddressService

router = APIRouter(prefix="/addresses", tags=["addresses"])

AddressServiceDep = Annotated[AddressService, Depends()]


@router.get("", response_model=Page[AddressRead])
async def list_addresses(
    service: AddressServiceDep, query: Annotated[AddressQuery, Query()]
) -> Page[Address]:
    return await service.list(query)


@router.post(
    "",
    response_model=AddressRead,
    status_code=status.HTTP_201_CREATED,
    responses=CONFLICT,
)
async def create_address(
    service: AddressServiceDep, body: AddressCreate, request: Request, response: Response
) -> Address:
    created = await service.create(body)
    response.headers["Location"] = f"{request.url.path}/{created.id}"
    return created


@router.get(
    "/{address_id}",
    response_model=AddressRead,
    responses=NOT_FOUND,
)
async def get_address(service: AddressServiceDep, address_id: uuid.UUID) -> Address:
    return await service.get(address_id)


@router.patch(
    "/{address_id}",
    response_model=AddressRead,
    responses=NOT_FOUND | CONFLICT,
)
async def update_address(
    service: AddressServiceDep, address_id: uuid.UUID, body: AddressUpdate
) -> Address:
    return await service.update(address_id, body)


@router.delete(
    "/{address_id}",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=NOT_FOUND | CONFLICT,
)
async def delete_address(service: AddressServiceDep, address_id: uuid.UUID) -> None:
    await service.delete(address_id)
