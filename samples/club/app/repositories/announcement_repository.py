"""Where announcements are found."""

from app.core.repository import Repository
from app.models.announcement import Announcement


class AnnouncementRepository(Repository[Announcement]):
    model = Announcement
