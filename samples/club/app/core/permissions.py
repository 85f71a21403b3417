"""Who may do what: the permissions of each role."""

from app.models.user import User

# A user's roles are given by `python -m app.commands.grant_role`; routes ask by `require_roles`
# or `require_permissions`.
ROLES: dict[str, frozenset[str]] = {
    "admin": frozenset(),
    "treasurer": frozenset(),
}


def roles_of(user: User) -> set[str]:
    return set(user.roles or ())


def permissions_of(user: User) -> set[str]:
    granted = (ROLES.get(role, frozenset()) for role in roles_of(user))
    return set().union(*granted)
