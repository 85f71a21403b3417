"""What can be done with meetings."""

from app.core.service import Reference, Service
from app.db.session import SessionDep
from app.models.meeting import Meeting
from app.models.user import User
from app.repositories.meeting_repository import MeetingRepository
from app.schemas.meeting import MeetingCreate, MeetingUpdate


class MeetingService(Service[Meeting, MeetingCreate, MeetingUpdate]):
    """The place for business rules: override a method of Service, or add one.

    What must hold of each that is stored is checked in `save`, before `super().save(record)`.
    """

    repository: MeetingRepository
    references = (Reference("guest_ids", User, relation="guests"),)

    def __init__(self, session: SessionDep) -> None:
        super().__init__(MeetingRepository(session))
