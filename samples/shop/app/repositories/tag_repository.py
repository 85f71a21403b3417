"""Where tags are found."""

from app.core.repository import Repository
from app.models.tag import Tag


class TagRepository(Repository[Tag]):
    model = Tag
