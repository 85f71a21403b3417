"""Passwords that are tried first: common ones, patterns, and what is known of whose it is."""

import re

from fastapi.exceptions import RequestValidationError
from pydantic import SecretStr
from zxcvbn_rs_py import zxcvbn

from app.about import NAME

# Argon2id takes a tenth of a second for each: four months of one core.
ENOUGH_GUESSES = 10**8
# The estimate takes seconds for some texts of 128 characters, and holds up all other requests.
EXAMINED = 16
WORD = re.compile(r"[^\W_]{3,}")


def refuse_guessable(password: SecretStr, email: str) -> None:
    """For every password that somebody chooses (OWASP ASVS 5, 6.2.4 and 6.2.11)."""
    if is_guessable(password.get_secret_value(), email):
        message = "Too easy to guess: take more words, and none that others know of you"
        problem = {"type": "guessable_password", "msg": message}
        raise RequestValidationError([{"loc": ("body", "password"), **problem}])


def is_guessable(password: str, email: str) -> bool:
    """The name of the site and the words of the address count for nothing."""
    known = sorted(WORD.findall(f"{NAME} {email}"), key=len, reverse=True)
    rest = re.sub("|".join(known), "", password, flags=re.IGNORECASE)
    return zxcvbn(rest[:EXAMINED]).guesses < ENOUGH_GUESSES
