"""What can be done with fees."""

from app.core.service import Reference, Service
from app.db.session import SessionDep
from app.models.fee import Fee
from app.models.user import User
from app.repositories.fee_repository import FeeRepository
from app.schemas.fee import FeeCreate, FeeUpdate


class FeeService(Service[Fee, FeeCreate, FeeUpdate]):
    """The place for business rules: override a method of Service, or add one.

    What must hold of each that is stored is checked in `save`, before `super().save(record)`.
    """

    repository: FeeRepository
    references = (Reference("member_id", User),)

    def __init__(self, session: SessionDep) -> None:
        super().__init__(FeeRepository(session))
