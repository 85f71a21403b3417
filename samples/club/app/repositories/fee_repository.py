"""Where fees are found."""

from app.core.repository import Repository
from app.models.fee import Fee


class FeeRepository(Repository[Fee]):
    model = Fee
