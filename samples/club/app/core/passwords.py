"""Passwords, hashed by argon2id: slowly by intention, so in a thread, beside the event loop."""

import asyncio
from functools import cache

from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

# 64 MiB and three passes (RFC 9106, 4). Whoever logs in next gets a new hash when this changes.
HASHER = PasswordHash((Argon2Hasher(),))


async def hash_password(password: str) -> str:
    return await asyncio.to_thread(HASHER.hash, password)


async def verify_password(password: str, hashed: str | None) -> tuple[bool, str | None]:
    """Whether it is the one, and its new hash when the old one is out of date.

    Where there is none, a dummy is verified: no answer is faster because nobody is there.
    """
    return await asyncio.to_thread(verify, password, hashed)


def verify(password: str, hashed: str | None) -> tuple[bool, str | None]:
    if hashed is None:
        HASHER.verify(password, dummy_hash())
        return False, None
    return HASHER.verify_and_update(password, hashed)


@cache
def dummy_hash() -> str:
    """Made when it is needed first: at import, every start would wait for it."""
    return HASHER.hash("")
