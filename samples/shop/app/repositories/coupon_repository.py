"""Where coupons are found."""

from app.core.repository import Repository
from app.models.coupon import Coupon


class CouponRepository(Repository[Coupon]):
    model = Coupon
