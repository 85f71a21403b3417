"""What can be done with categories."""

from app.core.service import Reference, Service
from app.db.session import SessionDep
from app.models.category import Category
from app.models.product import Product
from app.repositories.category_repository import CategoryRepository
from app.schemas.category import CategoryCreate, CategoryUpdate


class CategoryService(Service[Category, CategoryCreate, CategoryUpdate]):
    """The place for business rules: override a method of Service, or add one.

    What must hold of each that is stored is checked in `save`, before `super().save(record)`.
    """

    repository: CategoryRepository
    references = (
        Reference("parent_id", Category),
        Reference("highlight_id", Product),
    )

    def __init__(self, session: SessionDep) -> None:
        super().__init__(CategoryRepository(session))
