"""What can be done with announcements."""

from app.core.service import Service
from app.db.session import SessionDep
from app.models.announcement import Announcement
from app.repositories.announcement_repository import AnnouncementRepository
from app.schemas.announcement import AnnouncementCreate, AnnouncementUpdate


class AnnouncementService(Service[Announcement, AnnouncementCreate, AnnouncementUpdate]):
    """The place for business rules: override a method of Service, or add one.

    What must hold of each that is stored is checked in `save`, before `super().save(record)`.
    """

    repository: AnnouncementRepository

    def __init__(self, session: SessionDep) -> None:
        super().__init__(AnnouncementRepository(session))
