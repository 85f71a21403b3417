"""What can be done with rules."""

from app.core.service import Service
from app.db.session import SessionDep
from app.models.rule import Rule
from app.repositories.rule_repository import RuleRepository
from app.schemas.rule import RuleCreate, RuleUpdate


class RuleService(Service[Rule, RuleCreate, RuleUpdate]):
    """The place for business rules: override a method of Service, or add one.

    What must hold of each that is stored is checked in `save`, before `super().save(record)`.
    """

    repository: RuleRepository

    def __init__(self, session: SessionDep) -> None:
        super().__init__(RuleRepository(session))
