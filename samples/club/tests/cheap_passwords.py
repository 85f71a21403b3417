"""Passwords that cost next to nothing, for tests alone."""

import pytest
from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

from app.core import passwords


@pytest.fixture(scope="session", autouse=True)
def cheap_passwords() -> None:
    passwords.HASHER = PasswordHash((Argon2Hasher(time_cost=1, memory_cost=8, parallelism=1),))
