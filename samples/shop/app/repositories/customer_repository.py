"""Where customers are found."""

from app.core.repository import Repository
from app.models.customer import Customer


class CustomerRepository(Repository[Customer]):
    model = Customer
