"""The routes of announcements."""

import uuid
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response, status

from app.api.records import CONFLICT, NOT_FOUND, UNAUTHORIZED
from app.core.pages import Page
from app.dependencies.auth import CurrentUser
from app.models.announcement import Announcement
from app.schemas.announcement import (
    AnnouncementCreate,
    AnnouncementQuery,
    AnnouncementRead,
    AnnouncementUpdate,
)
from app.services.announcement_service import AnnouncementService

router = APIRouter(prefix="/announcements", tags=["announcements"])

AnnouncementServiceDep = Annotated[AnnouncementService, Depends()]


@router.get("", response_model=Page[AnnouncementRead])
async def list_announcements(
    service: AnnouncementServiceDep, query: Annotated[AnnouncementQuery, Query()]
) -> Page[Announcement]:
    return await service.list(query)


@router.post(
    "",
    response_model=AnnouncementRead,
    status_code=status.HTTP_201_CREATED,
    responses=CONFLICT | UNAUTHORIZED,
)
async def create_announcement(
    service: AnnouncementServiceDep,
    body: AnnouncementCreate,
    user: CurrentUser,
    request: Request,
    response: Response,
) -> Announcement:
    created = await service.create(body, author_id=user.id)
    response.headers["Location"] = f"{request.url.path}/{created.id}"
    return created


@router.get(
    "/{announcement_id}",
    response_model=AnnouncementRead,
    responses=NOT_FOUND,
)
async def get_announcement(
    service: AnnouncementServiceDep, announcement_id: uuid.UUID
) -> Announcement:
    return await service.get(announcement_id)


@router.patch(
    "/{announcement_id}",
    response_model=AnnouncementRead,
    responses=NOT_FOUND | CONFLICT | UNAUTHORIZED,
)
async def update_announcement(
    service: AnnouncementServiceDep,
    announcement_id: uuid.UUID,
    body: AnnouncementUpdate,
    user: CurrentUser,
) -> Announcement:
    await service.require_owner(announcement_id, author_id=user.id)
    return await service.update(announcement_id, body)


@router.delete(
    "/{announcement_id}",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=NOT_FOUND | CONFLICT | UNAUTHORIZED,
)
async def delete_announcement(
    service: AnnouncementServiceDep, announcement_id: uuid.UUID, user: CurrentUser
) -> None:
    await service.require_owner(announcement_id, author_id=user.id)
    await service.delete(announcement_id)
