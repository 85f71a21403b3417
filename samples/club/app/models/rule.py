"""The table of rules."""

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from app.db.record import Record


class Rule(Record):
    __tablename__ = "rules"

    text: Mapped[str] = mapped_column(String(500), unique=True)
