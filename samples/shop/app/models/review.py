"""The table of reviews."""

import uuid
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.db.record import Record
from app.db.types import text_enum

if TYPE_CHECKING:
    from app.models.customer import Customer
    from app.models.product import Product


class ReviewMood(StrEnum):
    HAPPY = "happy"
    NEUTRAL = "neutral"
    ANGRY = "angry"


class Review(Record):
    __tablename__ = "reviews"
    __table_args__ = (Index(None, "product_id", "rating"),)

    rating: Mapped[int]
    body: Mapped[str] = mapped_column(Text)
    mood: Mapped[ReviewMood | None] = mapped_column(text_enum(ReviewMood, name="mood"))
    visible: Mapped[bool] = mapped_column(default=True, server_default="1")

    product_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("products.id", ondelete="CASCADE"),
        index=True,
    )
    product: Mapped["Product"] = relationship(
        back_populates="reviews",
        foreign_keys=product_id,
        lazy="raise",
    )

    author_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("customers.id", ondelete="CASCADE"),
        index=True,
    )
    author: Mapped["Customer"] = relationship(
        back_populates="reviews",
        foreign_keys=author_id,
        lazy="raise",
    )

    moderator_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey("customers.id", ondelete="SET NULL"),
        index=True,
    )
    moderator: Mapped["Customer | None"] = relationship(foreign_keys=moderator_id, lazy="raise")
