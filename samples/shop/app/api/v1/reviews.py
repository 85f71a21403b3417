"""The routes of reviews."""

import uuid
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response, status

from app.api.records import CONFLICT, NOT_FOUND
from app.core.pages import Page
from app.models.review import Review
from app.schemas.review import ReviewCreate, ReviewQuery, ReviewRead, ReviewUpdate
from app.services.review_service import ReviewService

router = APIRouter(prefix="/reviews", tags=["reviews"])

ReviewServiceDep = Annotated[ReviewService, Depends()]


@router.get("", response_model=Page[ReviewRead])
async def list_reviews(
    service: ReviewServiceDep, query: Annotated[ReviewQuery, Query()]
) -> Page[Review]:
    return await service.list(query)


@router.post(
    "",
    response_model=ReviewRead,
    status_code=status.HTTP_201_CREATED,
    responses=CONFLICT,
)
async def create_review(
    service: ReviewServiceDep, body: ReviewCreate, request: Request, response: Response
) -> Review:
    created = await service.create(body)
    response.headers["Location"] = f"{request.url.path}/{created.id}"
    return created


@router.get(
    "/{review_id}",
    response_model=ReviewRead,
    responses=NOT_FOUND,
)
async def get_review(service: ReviewServiceDep, review_id: uuid.UUID) -> Review:
    return await service.get(review_id)


@router.patch(
    "/{review_id}",
    response_model=ReviewRead,
    responses=NOT_FOUND | CONFLICT,
)
async def update_review(
    service: ReviewServiceDep, review_id: uuid.UUID, body: ReviewUpdate
) -> Review:
    return await service.update(review_id, body)


@router.delete(
    "/{review_id}",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=NOT_FOUND | CONFLICT,
)
async def delete_review(service: ReviewServiceDep, review_id: uuid.UUID) -> None:
    await service.delete(review_id)
