"""The routes of coupons."""

import uuid
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response, status

from app.api.records import CONFLICT, NOT_FOUND
from app.core.pages import Page
from app.models.coupon import Coupon
from app.schemas.coupon import CouponCreate, CouponQuery, CouponRead, CouponUpdate
from app.services.coupon_service import CouponService

router = APIRouter(prefix="/coupons", tags=["coupons"])

CouponServiceDep = Annotated[CouponService, Depends()]


@router.get("", response_model=Page[CouponRead])
async def list_coupons(
    service: CouponServiceDep, query: Annotated[CouponQuery, Query()]
) -> Page[Coupon]:
    return await service.list(query)


@router.post(
    "",
    response_model=CouponRead,
    status_code=status.HTTP_201_CREATED,
    responses=CONFLICT,
)
async def create_coupon(
    service: CouponServiceDep, body: CouponCreate, request: Request, response: Response
) -> Coupon:
    created = await service.create(body)
    response.headers["Location"] = f"{request.url.path}/{created.id}"
    return created


@router.get(
    "/{coupon_id}",
    response_model=CouponRead,
    responses=NOT_FOUND,
)
async def get_coupon(service: CouponServiceDep, coupon_id: uuid.UUID) -> Coupon:
    return await service.get(coupon_id)


@router.patch(
    "/{coupon_id}",
    response_model=CouponRead,
    responses=NOT_FOUND | CONFLICT,
)
async def update_coupon(
    service: CouponServiceDep, coupon_id: uuid.UUID, body: CouponUpdate
) -> Coupon:
    return await service.update(coupon_id, body)


@router.delete(
    "/{coupon_id}",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=NOT_FOUND | CONFLICT,
)
async def delete_coupon(service: CouponServiceDep, coupon_id: uuid.UUID) -> None:
    await service.delete(coupon_id)
