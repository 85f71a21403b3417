"""The table of products."""

import datetime as dt
import uuid
from decimal import Decimal
from typing import TYPE_CHECKING

from sqlalchemy import Column, Double, ForeignKey, Numeric, String, Table, Text, UniqueConstraint
from sqlalchemy.ext.associationproxy import AssociationProxy, association_proxy
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.db.base import Base
from app.db.record import Record

if TYPE_CHECKING:
    from app.models.category import Category
    from app.models.review import Review
    from app.models.tag import Tag


products_tags = Table(
    "products_tags",
    Base.metadata,
    Column("product_id", ForeignKey("products.id", ondelete="CASCADE"), primary_key=True),
    Column("tag_id", ForeignKey("tags.id", ondelete="CASCADE"), primary_key=True, index=True),
)


products_related = Table(
    "products_related",
    Base.metadata,
    Column("product_id", ForeignKey("products.id", ondelete="CASCADE"), primary_key=True),
    Column(
        "related_id",
        ForeignKey("products.id", ondelete="CASCADE"),
        primary_key=True,
        index=True,
    ),
)


class Product(Record):
    __tablename__ = "products"
    __table_args__ = (UniqueConstraint("name", "category_id"),)

    name: Mapped[str] = mapped_column(String(120), index=True)
    slug: Mapped[str] = mapped_column(String(255), unique=True)
    summary: Mapped[str | None] = mapped_column(String(300), default="none yet: ask us")
    description: Mapped[str | None] = mapped_column(Text)
    price: Mapped[Decimal] = mapped_column(Numeric(10, 2))
    weight: Mapped[float | None] = mapped_column(Double)
    stock: Mapped[int] = mapped_column(default=0, server_default="0")
    homepage: Mapped[str | None] = mapped_column(String(2048))
    released: Mapped[dt.date | None]
    sku: Mapped[uuid.UUID] = mapped_column(unique=True, default=uuid.uuid4)

    category_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey("categories.id", ondelete="SET NULL", use_alter=True),
        index=True,
    )
    category: Mapped["Category | None"] = relationship(foreign_keys=category_id, lazy="raise")

    tags: Mapped[list["Tag"]] = relationship(
        secondary="products_tags",
        back_populates="products",
        order_by="Tag.id",
        lazy="raise",
        passive_deletes=True,
    )
    tag_ids: AssociationProxy[list[uuid.UUID]] = association_proxy("tags", "id")

    related: Mapped[list["Product"]] = relationship(
        secondary="products_related",
        primaryjoin="Product.id == products_related.c.product_id",
        secondaryjoin="Product.id == products_related.c.related_id",
        order_by="Product.id",
        lazy="raise",
        passive_deletes=True,
    )
    related_ids: AssociationProxy[list[uuid.UUID]] = association_proxy("related", "id")

    reviews: Mapped[list["Review"]] = relationship(
        foreign_keys="Review.product_id",
        back_populates="product",
        lazy="raise",
        passive_deletes="all",
    )
