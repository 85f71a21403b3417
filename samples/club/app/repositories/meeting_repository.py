"""Where meetings are found."""

from sqlalchemy.orm import selectinload

from app.core.repository import Repository
from app.models.meeting import Meeting


class MeetingRepository(Repository[Meeting]):
    model = Meeting
    loads = (selectinload(Meeting.guests),)
