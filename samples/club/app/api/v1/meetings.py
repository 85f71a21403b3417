"""The routes of meetings."""

import uuid
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response, status

from app.api.records import CONFLICT, NOT_FOUND, UNAUTHORIZED
from app.core.pages import Page
from app.dependencies.auth import CurrentUser, require_user
from app.models.meeting import Meeting
from app.schemas.meeting import MeetingCreate, MeetingQuery, MeetingRead, MeetingUpdate
from app.services.meeting_service import MeetingService

router = APIRouter(
    prefix="/meetings",
    tags=["meetings"],
    dependencies=[Depends(require_user)],
    responses=UNAUTHORIZED,
)

MeetingServiceDep = Annotated[MeetingService, Depends()]


@router.get("", response_model=Page[MeetingRead])
async def list_meetings(
    service: MeetingServiceDep, query: Annotated[MeetingQuery, Query()]
) -> Page[Meeting]:
    return await service.list(query)


@router.post(
    "",
    response_model=MeetingRead,
    status_code=status.HTTP_201_CREATED,
    responses=CONFLICT,
)
async def create_meeting(
    service: MeetingServiceDep,
    body: MeetingCreate,
    user: CurrentUser,
    request: Request,
    response: Response,
) -> Meeting:
    created = await service.create(body, host_id=user.id)
    response.headers["Location"] = f"{request.url.path}/{created.id}"
    return created


@router.get(
    "/{meeting_id}",
    response_model=MeetingRead,
    responses=NOT_FOUND,
)
async def get_meeting(service: MeetingServiceDep, meeting_id: uuid.UUID) -> Meeting:
    return await service.get(meeting_id)


@router.patch(
    "/{meeting_id}",
    response_model=MeetingRead,
    responses=NOT_FOUND | CONFLICT,
)
async def update_meeting(
    service: MeetingServiceDep, meeting_id: uuid.UUID, body: MeetingUpdate, user: CurrentUser
) -> Meeting:
    await service.require_owner(meeting_id, host_id=user.id)
    return await service.update(meeting_id, body)


@router.delete(
    "/{meeting_id}",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=NOT_FOUND | CONFLICT,
)
async def delete_meeting(
    service: MeetingServiceDep, meeting_id: uuid.UUID, user: CurrentUser
) -> None:
    await service.require_owner(meeting_id, host_id=user.id)
    await service.delete(meeting_id)
