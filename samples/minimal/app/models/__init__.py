"""Every model, in one place: Alembic compares the database with what is imported here."""

from app.db.base import Base

__all__ = [
    "Base",
]
