"""How records are found."""

import uuid
from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm.interfaces import ORMOption

from app.core.pages import PageQuery
from app.db.record import Record

RecordT = TypeVar("RecordT", bound=Record)


class Repository(Generic[RecordT]):
    """The queries for one model. A relation that is not in `loads` can not be read."""

    model: type[RecordT]
    loads: tuple[ORMOption, ...] = ()

    def __init__(self, session: AsyncSession) -> None:
        self.session = session

    async def get(self, record_id: uuid.UUID) -> RecordT | None:
        statement = select(self.model).where(self.model.id == record_id).options(*self.loads)
        record: RecordT | None = await self.session.scalar(statement)
        return record

    async def list(self, query: PageQuery) -> Sequence[RecordT]:
        # The id comes last, so that pages neither repeat nor miss a record among equals.
        order = [self.order_of(key) for key in (*query.sort.split(","), "id")]
        statement = select(self.model).where(*self.filters_of(query)).order_by(*order)
        page = statement.limit(query.limit).offset(query.offset).options(*self.loads)
        return (await self.session.scalars(page)).all()

    async def count(self, query: PageQuery) -> int:
        statement = select(func.count()).select_from(self.model).where(*self.filters_of(query))
        return await self.session.scalar(statement) or 0

    def filters_of(self, query: PageQuery) -> Sequence[ColumnElement[bool]]:
        """What is asked for beside page and order is a value that a column must have."""
        asked = query.model_dump(exclude_unset=True, exclude=set(PageQuery.model_fields))
        return [getattr(self.model, name) == value for name, value in asked.items()]

    def order_of(self, key: str) -> ColumnElement[Any]:
        column: ColumnElement[Any] = getattr(self.model, key.removeprefix("-"))
        return column.desc() if key.startswith("-") else column
