"""Every model, in one place: Alembic compares the database with what is imported here."""

from app.db.base import Base
from app.models.announcement import Announcement
from app.models.fee import Fee
from app.models.linked_identity import LinkedIdentity
from app.models.login_session import LoginSession
from app.models.meeting import Meeting
from app.models.one_time_token import OneTimeToken
from app.models.refresh_token import RefreshToken
from app.models.rule import Rule
from app.models.user import User

__all__ = [
    "Announcement",
    "Base",
    "Fee",
    "LinkedIdentity",
    "LoginSession",
    "Meeting",
    "OneTimeToken",
    "RefreshToken",
    "Rule",
    "User",
]
