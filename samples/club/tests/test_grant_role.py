"""The command that makes the first admin."""

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from app.commands.grant_role import grant_role, main
from tests.accounts import create_account


async def test_a_role_is_added(session: AsyncSession) -> None:
    user = await create_account(session, roles=["editor"])
    for _ in range(2):
        assert await grant_role(session, user.email.upper(), "admin")
        assert user.roles == ["admin", "editor"]


async def test_nobody_is_made_up(session: AsyncSession) -> None:
    assert not await grant_role(session, "nobody@example.org", "admin")


def test_the_command_says_what_is_wrong(
    database_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", database_url)
    assert main(["nobody@example.org", "admin"]) == 1
    assert "no account of nobody@example.org" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main(["nobody@example.org", "no-such-role"])
