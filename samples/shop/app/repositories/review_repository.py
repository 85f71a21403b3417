"""Where reviews are found."""

from app.core.repository import Repository
from app.models.review import Review


class ReviewRepository(Repository[Review]):
    model = Review
