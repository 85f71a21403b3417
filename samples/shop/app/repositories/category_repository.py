"""Where categories are found."""

from app.core.repository import Repository
from app.models.category import Category


class CategoryRepository(Repository[Category]):
    model = Category
