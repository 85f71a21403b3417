"""What can be done with coupons."""

from app.core.service import Service
from app.db.session import SessionDep
from app.models.coupon import Coupon
from app.repositories.coupon_repository import CouponRepository
from app.schemas.coupon import CouponCreate, CouponUpdate


class CouponService(Service[Coupon, CouponCreate, CouponUpdate]):
    """The place for business rules: override a method of Service, or add one.

    What must hold of each that is stored is checked in `save`, before `super().save(record)`.
    """

    repository: CouponRepository

    def __init__(self, session: SessionDep) -> None:
        super().__init__(CouponRepository(session))
