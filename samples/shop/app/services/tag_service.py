"""What can be done with tags."""

from app.core.service import Service
from app.db.session import SessionDep
from app.models.tag import Tag
from app.repositories.tag_repository import TagRepository
from app.schemas.tag import TagCreate, TagUpdate


class TagService(Service[Tag, TagCreate, TagUpdate]):
    """The place for business rules: override a method of Service, or add one.

    What must hold of each that is stored is checked in `save`, before `super().save(record)`.
    """

    repository: TagRepository

    def __init__(self, session: SessionDep) -> None:
        super().__init__(TagRepository(session))
