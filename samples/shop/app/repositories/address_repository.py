"""Where addresses are found."""

from app.core.repository import Repository
from app.models.address import Address


class AddressRepository(Repository[Address]):
    model = Address
