"""Where invoices are found."""

from app.core.repository import Repository
from app.models.invoice import Invoice


class InvoiceRepository(Repository[Invoice]):
    model = Invoice
