"""What can be done with records of every kind."""

import uuid
from collections.abc import Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from fastapi import HTTPException, status
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel
from sqlalchemy import delete, select

from app.core.pages import Page, PageQuery
from app.core.repository import RecordT, Repository
from app.db.record import Record, utc_now

CreateT = TypeVar("CreateT", bound=BaseModel)
UpdateT = TypeVar("UpdateT", bound=BaseModel)


class Reference(NamedTuple):
    """A field of a request that holds an id; or ids, which fill the named relation."""

    field: str
    model: type[Record]
    relation: str | None = None


class Service(Generic[RecordT, CreateT, UpdateT]):
    """Each method that changes something commits. What collides in the database becomes a 409."""

    references: tuple[Reference, ...] = ()

    def __init__(self, repository: Repository[RecordT]) -> None:
        self.repository = repository
        self.session = repository.session

    async def list(self, query: PageQuery) -> Page[RecordT]:
        return Page(
            items=[*await self.repository.list(query)],
            total=await self.repository.count(query),
            limit=query.limit,
            offset=query.offset,
        )

    async def get(self, record_id: uuid.UUID) -> RecordT:
        record = await self.repository.get(record_id)
        if record is None:
            name = self.repository.model.__name__
            raise HTTPException(status.HTTP_404_NOT_FOUND, f"There is no such {name}")
        return record

    async def create(self, body: CreateT, **owner: Any) -> RecordT:
        record = self.repository.model(**await self.to_values(body.model_dump()), **owner)
        self.session.add(record)
        return await self.save(record)

    async def update(self, record_id: uuid.UUID, body: UpdateT) -> RecordT:
        record = await self.get(record_id)
        values = await self.to_values(body.model_dump(exclude_unset=True))
        for name, value in values.items():
            setattr(record, name, value)
        # A record whose links alone are new would not look changed.
        record.updated_at = utc_now()
        return await self.save(record)

    async def delete(self, record_id: uuid.UUID) -> None:
        model = type(await self.get(record_id))
        # A statement leaves to the database what depends on the record, which may be itself.
        await self.session.execute(delete(model).where(model.id == record_id))
        await self.session.commit()

    async def require_owner(self, record_id: uuid.UUID, **owner: Any) -> None:
        record = await self.get(record_id)
        if any(getattr(record, name) != value for name, value in owner.items()):
            raise HTTPException(status.HTTP_403_FORBIDDEN, "This belongs to somebody else")

    async def save(self, record: RecordT) -> RecordT:
        """Commits, and reads what the database made of it."""
        await self.session.commit()
        record_id = record.id
        self.session.expire(record)
        return await self.get(record_id)

    async def to_values(self, given: dict[str, Any]) -> dict[str, Any]:
        """What a request says, as attributes of a record. Its ids are of records that exist."""
        for field, model, relation in self.references:
            if given.get(field) is None:
                continue
            if relation is None:
                await self.find_all(field, model, [given[field]])
            else:
                given[relation] = await self.find_all(field, model, given.pop(field))
        return given

    async def find_all(
        self, field: str, model: type[Record], ids: Sequence[uuid.UUID]
    ) -> Sequence[Record]:
        found = (await self.session.scalars(select(model).where(model.id.in_(ids)))).all()
        if len(found) < len(set(ids)):
            problem = {"type": "unknown_id", "msg": f"There is no such {model.__name__}"}
            raise RequestValidationError([{"loc": ("body", field), **problem}])
        return found
