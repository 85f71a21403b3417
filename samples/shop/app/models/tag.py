"""The table of tags."""

from typing import TYPE_CHECKING

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.db.record import Record

if TYPE_CHECKING:
    from app.models.product import Product


class Tag(Record):
    __tablename__ = "tags"

    name: Mapped[str] = mapped_column(String(40), unique=True)

    products: Mapped[list["Product"]] = relationship(
        secondary="products_tags",
        back_populates="tags",
        lazy="raise",
        passive_deletes=True,
    )
