import pytest
from fastapi import Request
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm.exc import StaleDataError

from app.db.integrity import handle_database_error, handle_stale_data

REQUEST = Request({"type": "http"})


async def test_what_is_no_conflict_stays_an_error() -> None:
    error = IntegrityError("INSERT", {}, Exception())
    with pytest.raises(IntegrityError):
        await handle_database_error(REQUEST, error)


async def test_who_writes_what_is_gone_is_told() -> None:
    assert (await handle_stale_data(REQUEST, StaleDataError())).status_code == 409
