"""The routes of customers."""

import uuid
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response, status

from app.api.records import CONFLICT, NOT_FOUND
from app.core.pages import Page
from app.models.customer import Customer
from app.schemas.customer import CustomerCreate, CustomerQuery, CustomerRead, CustomerUpdate
from app.services.customer_service import CustomerService

router = APIRouter(prefix="/customers", tags=["customers"])

CustomerServiceDep = Annotated[CustomerService, Depends()]


@router.get("", response_model=Page[CustomerRead])
async def list_customers(
    service: CustomerServiceDep, query: Annotated[CustomerQuery, Query()]
) -> Page[Customer]:
    return await service.list(query)


@router.post(
    "",
    response_model=CustomerRead,
    status_code=status.HTTP_201_CREATED,
    responses=CONFLICT,
)
async def create_customer(
    service: CustomerServiceDep, body: CustomerCreate, request: Request, response: Response
) -> Customer:
    created = await service.create(body)
    response.headers["Location"] = f"{request.url.path}/{created.id}"
    return created


@router.get(
    "/{customer_id}",
    response_model=CustomerRead,
    responses=NOT_FOUND,
)
async def get_customer(service: CustomerServiceDep, customer_id: uuid.UUID) -> Customer:
    return await service.get(customer_id)


@router.patch(
    "/{customer_id}",
    response_model=CustomerRead,
    responses=NOT_FOUND | CONFLICT,
)
async def update_customer(
    service: CustomerServiceDep, customer_id: uuid.UUID, body: CustomerUpdate
) -> Customer:
    return await service.update(customer_id, body)


@router.delete(
    "/{customer_id}",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=NOT_FOUND | CONFLICT,
)
async def delete_customer(service: CustomerServiceDep, customer_id: uuid.UUID) -> None:
    await service.delete(customer_id)
