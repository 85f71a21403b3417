import pytest
from fastapi import Request
from sqlalchemy.exc import IntegrityError

from app.db.integrity import handle_integrity_error


async def test_what_is_no_conflict_stays_an_error() -> None:
    error = IntegrityError("INSERT", {}, Exception())
    with pytest.raises(IntegrityError):
        await handle_integrity_error(Request({"type": "http"}), error)
