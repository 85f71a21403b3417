"""What can be done with products."""

from app.core.service import Reference, Service
from app.db.session import SessionDep
from app.models.category import Category
from app.models.product import Product
from app.models.tag import Tag
from app.repositories.product_repository import ProductRepository
from app.schemas.product import ProductCreate, ProductUpdate


class ProductService(Service[Product, ProductCreate, ProductUpdate]):
    """The place for business rules: override a method of Service, or add one.

    What must hold of each that is stored is checked in `save`, before `super().save(record)`.
    """

    repository: ProductRepository
    references = (
        Reference("category_id", Category),
        Reference("tag_ids", Tag, relation="tags"),
        Reference("related_ids", Product, relation="related"),
    )

    def __init__(self, session: SessionDep) -> None:
        super().__init__(ProductRepository(session))
