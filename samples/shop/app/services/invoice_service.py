"""What can be done with invoices."""

from app.core.service import Reference, Service
from app.db.session import SessionDep
from app.models.invoice import Invoice
from app.models.order import Order
from app.repositories.invoice_repository import InvoiceRepository
from app.schemas.invoice import InvoiceCreate, InvoiceUpdate


class InvoiceService(Service[Invoice, InvoiceCreate, InvoiceUpdate]):
    """The place for business rules: override a method of Service, or add one.

    What must hold of each that is stored is checked in `save`, before `super().save(record)`.
    """

    repository: InvoiceRepository
    references = (Reference("order_id", Order),)

    def __init__(self, session: SessionDep) -> None:
        super().__init__(InvoiceRepository(session))
