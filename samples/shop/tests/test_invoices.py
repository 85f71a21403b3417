"""What can be done with invoices."""

import datetime as dt
from typing import Any

import pytest
from fastapi import HTTPException
from fastapi.exceptions import RequestValidationError
from sqlalchemy.ext.asyncio import AsyncSession

from app.schemas.invoice import InvoiceCreate, InvoiceQuery, InvoiceUpdate
from app.services.invoice_service import InvoiceService
from tests.factories.invoice import create_invoice
from tests.factories.order import create_order

Json = dict[str, Any]

PAST = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
CHANGES: Json = {"number": "Another number", "due": "2126-02-01", "paid": True}


@pytest.fixture
async def body(session: AsyncSession) -> Json:
    """What a request must say."""
    order = await create_order(session)
    return {"order_id": str(order.id), "number": "Number", "due": "2126-01-31"}


async def test_create(session: AsyncSession, body: Json) -> None:
    service = InvoiceService(session)
    given = InvoiceCreate.model_validate(body | CHANGES)
    created = await service.create(given)
    assert await service.get(created.id) is created
    for name in CHANGES:
        assert getattr(created, name) == getattr(given, name)


async def test_update(session: AsyncSession) -> None:
    service = InvoiceService(session)
    record = await create_invoice(session, updated_at=PAST)
    given = InvoiceUpdate.model_validate(CHANGES)
    updated = await service.update(record.id, given)
    assert updated.updated_at > PAST
    for name in CHANGES:
        assert getattr(updated, name) == getattr(given, name)


async def test_unknown_reference(session: AsyncSession) -> None:
    record = await create_invoice(session)
    given = InvoiceUpdate.model_validate({"order_id": "00000000-0000-4000-8000-000000000000"})
    with pytest.raises(RequestValidationError):
        await InvoiceService(session).update(record.id, given)


async def test_delete(session: AsyncSession) -> None:
    service = InvoiceService(session)
    record = await create_invoice(session)
    page = await service.list(InvoiceQuery())
    assert (page.items, page.total) == ([record], 1)
    await service.delete(record.id)
    with pytest.raises(HTTPException):
        await service.get(record.id)
