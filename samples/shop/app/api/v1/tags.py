"""The routes of tags."""

import uuid
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response, status

from app.api.records import CONFLICT, NOT_FOUND
from app.core.pages import Page
from app.models.tag import Tag
from app.schemas.tag import TagCreate, TagQuery, TagRead, TagUpdate
from app.services.tag_service import TagService

router = APIRouter(prefix="/tags", tags=["tags"])

TagServiceDep = Annotated[TagService, Depends()]


@router.get("", response_model=Page[TagRead])
async def list_tags(service: TagServiceDep, query: Annotated[TagQuery, Query()]) -> Page[Tag]:
    return await service.list(query)


@router.post(
    "",
    response_model=TagRead,
    status_code=status.HTTP_201_CREATED,
    responses=CONFLICT,
)
async def create_tag(
    service: TagServiceDep, body: TagCreate, request: Request, response: Response
) -> Tag:
    created = await service.create(body)
    response.headers["Location"] = f"{request.url.path}/{created.id}"
    return created


@router.get(
    "/{tag_id}",
    response_model=TagRead,
    responses=NOT_FOUND,
)
async def get_tag(service: TagServiceDep, tag_id: uuid.UUID) -> Tag:
    return await service.get(tag_id)


@router.patch(
    "/{tag_id}",
    response_model=TagRead,
    responses=NOT_FOUND | CONFLICT,
)
async def update_tag(service: TagServiceDep, tag_id: uuid.UUID, body: TagUpdate) -> Tag:
    return await service.update(tag_id, body)


@router.delete(
    "/{tag_id}",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=NOT_FOUND | CONFLICT,
)
async def delete_tag(service: TagServiceDep, tag_id: uuid.UUID) -> None:
    await service.delete(tag_id)
