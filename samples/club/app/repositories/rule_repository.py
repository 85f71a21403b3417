"""Where rules are found."""

from app.core.repository import Repository
from app.models.rule import Rule


class RuleRepository(Repository[Rule]):
    model = Rule
