"""Users as requests say them and answers show them."""

from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from app.schemas.user import UserCreate, UserRead, UserUpdate
from tests.factories.user import create_user

Json = dict[str, Any]

CHANGES: Json = {
    "email": "another-email@example.org",
    "active": True,
    "nickname": "Another nickname",
    "joined": "2126-02-01",
}


@pytest.fixture
def body() -> Json:
    """What a request must say."""
    return {"email": "email@example.org"}


def test_what_requests_say(body: Json) -> None:
    created = UserCreate.model_validate(body | CHANGES)
    assert created.model_fields_set == {*body, *CHANGES}
    assert UserCreate.model_validate(body).model_fields_set == body.keys()
    changed = UserUpdate.model_validate(CHANGES)
    assert changed.model_fields_set == CHANGES.keys()


async def test_what_answers_show(session: AsyncSession) -> None:
    record = await create_user(session)
    shown = UserRead.model_validate(record)
    assert {name: getattr(record, name) for name in UserRead.model_fields} == dict(shown)
