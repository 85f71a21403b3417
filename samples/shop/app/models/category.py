"""The table of categories."""

import uuid
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.db.record import Record

if TYPE_CHECKING:
    from app.models.product import Product


class Category(Record):
    __tablename__ = "categories"

    name: Mapped[str] = mapped_column(String(80), unique=True)
    slug: Mapped[str] = mapped_column(String(255), unique=True)

    parent_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey("categories.id", ondelete="SET NULL"),
        index=True,
    )
    parent: Mapped["Category | None"] = relationship(
        back_populates="children",
        foreign_keys=parent_id,
        remote_side="Category.id",
        lazy="raise",
    )

    highlight_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey("products.id", ondelete="SET NULL", use_alter=True),
        index=True,
    )
    highlight: Mapped["Product | None"] = relationship(foreign_keys=highlight_id, lazy="raise")

    children: Mapped[list["Category"]] = relationship(
        foreign_keys="Category.parent_id",
        back_populates="parent",
        lazy="raise",
        passive_deletes="all",
    )
