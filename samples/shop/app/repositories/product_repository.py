"""Where products are found."""

from sqlalchemy.orm import selectinload

from app.core.repository import Repository
from app.models.product import Product


class ProductRepository(Repository[Product]):
    model = Product
    loads = (
        selectinload(Product.category),
        selectinload(Product.tags),
        selectinload(Product.related),
    )
