"""What can be done with reviews."""

from app.core.service import Reference, Service
from app.db.session import SessionDep
from app.models.customer import Customer
from app.models.product import Product
from app.models.review import Review
from app.repositories.review_repository import ReviewRepository
from app.schemas.review import ReviewCreate, ReviewUpdate


class ReviewService(Service[Review, ReviewCreate, ReviewUpdate]):
    """The place for business rules: override a method of Service, or add one.

    What must hold of each that is stored is checked in `save`, before `super().save(record)`.
    """

    repository: ReviewRepository
    references = (
        Reference("product_id", Product),
        Reference("author_id", Customer),
        Reference("moderator_id", Customer),
    )

    def __init__(self, session: SessionDep) -> None:
        super().__init__(ReviewRepository(session))
