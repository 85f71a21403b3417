"""What can be done with customers."""

from app.core.service import Reference, Service
from app.db.session import SessionDep
from app.models.customer import Customer
from app.repositories.customer_repository import CustomerRepository
from app.schemas.customer import CustomerCreate, CustomerUpdate


class CustomerService(Service[Customer, CustomerCreate, CustomerUpdate]):
    """The place for business rules: override a method of Service, or add one.

    What must hold of each that is stored is checked in `save`, before `super().save(record)`.
    """

    repository: CustomerRepository
    references = (Reference("referrer_id", Customer),)

    def __init__(self, session: SessionDep) -> None:
        super().__init__(CustomerRepository(session))
