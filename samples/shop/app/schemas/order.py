"""Orders as requests say them and answers show them."""

import datetime as dt
import uuid

from pydantic import Field

from app.core.fields import Moment
from app.core.pages import PageQuery, sortable
from app.core.schemas import RecordRead, RequestModel, absent
from app.db.record import utc_now
from app.models.order import OrderStatus
from app.schemas.address import AddressRead
from app.schemas.customer import CustomerRead


class OrderCreate(RequestModel):
    """What creates one."""

    customer_id: uuid.UUID
    delivery_id: uuid.UUID | None = None
    coupon_ids: list[uuid.UUID] = Field(default=[], max_length=1000)
    status: OrderStatus = OrderStatus.OPEN
    placed_at: Moment = Field(default_factory=utc_now)
    wanted_by: Moment | None = None


class OrderUpdate(RequestModel):
    """What changes one: what is left out stays."""

    customer_id: uuid.UUID = Field(default_factory=absent)
    delivery_id: uuid.UUID | None = None
    coupon_ids: list[uuid.UUID] = Field(default_factory=absent, max_length=1000)
    status: OrderStatus = Field(default_factory=absent)
    placed_at: Moment = Field(default_factory=absent)
    wanted_by: Moment | None = None


class OrderRead(RecordRead):
    """What answers show."""

    customer_id: uuid.UUID
    delivery_id: uuid.UUID | None
    status: OrderStatus
    placed_at: dt.datetime
    wanted_by: dt.datetime | None
    coupon_ids: list[uuid.UUID]
    customer: CustomerRead
    delivery: AddressRead | None


class OrderQuery(PageQuery):
    """What lists are sorted and filtered by."""

    sort: str = sortable("status", "placed_at", "wanted_by", "created_at", "updated_at")
    status: OrderStatus = Field(default_factory=absent)
    placed_at: Moment = Field(default_factory=absent)
    wanted_by: Moment = Field(default_factory=absent)
    customer_id: uuid.UUID = Field(default_factory=absent)
    delivery_id: uuid.UUID = Field(default_factory=absent)
