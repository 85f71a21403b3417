"""What can be done with addresses."""

from app.core.service import Reference, Service
from app.db.session import SessionDep
from app.models.address import Address
from app.models.customer import Customer
from app.repositories.address_repository import AddressRepository
from app.schemas.address import AddressCreate, AddressUpdate


class AddressService(Service[Address, AddressCreate, AddressUpdate]):
    """The place for business rules: override a method of Service, or add one.

    What must hold of each that is stored is checked in `save`, before `super().save(record)`.
    """

    repository: AddressRepository
    references = (Reference("customer_id", Customer),)

    def __init__(self, session: SessionDep) -> None:
        super().__init__(AddressRepository(session))
