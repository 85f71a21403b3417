"""Secrets stay out of the log, whoever writes them into a message.

What is looked for is bounded, or begins at few places: nobody may choose how long it takes.
"""

import re
from collections.abc import Iterator
from math import isfinite
from urllib.parse import quote, unquote

from pydantic import SecretStr

from app.core.settings import Settings

HIDDEN = "***"
SHORTEST = 8  # Shorter ones are words of other messages, too.
HEADERS = "authorization|cookie"
NAMES = "password|passwd|secret|token|api[_-]?key"
SECRET_NAME = re.compile(f"{HEADERS}|{NAMES}", re.IGNORECASE)

PATTERNS = [  # The first group stays.
    # {"password": "..."}, (b'authorization', b'...'), also in a text that is quoted itself.
    (
        rf"(?i)((?:{HEADERS}|{NAMES})[\w-]{{0,32}}[\\\"']{{0,3}}\s?[:=,]\s?b?(\\{{0,3}}[\"']))"
        r"(?:(?!\2)(?:\\.|[^\\\r\n]))*"
    ),
    rf"(?i)((?:{HEADERS})[\w-]{{0,32}}\s?[:=]\s?)[^\s\"'][^\r\n]*",
    rf"(?i)((?:{NAMES})[\w-]{{0,32}}\s?[:=]\s?)[^\s\"'&,;)\]}}]+",
    r"(\b(?:Bearer|Basic)\s)[\w.~+/=-]{8,}",
    r"([?&](?:code|key|sig|signature|state)=)[^\s&\"'#]+",
    r"((?<![\w-])eyJ)[\w-]{8,}\.[\w.-]+",  # A JSON web token, wherever it stands.
    r"(://[^\s:/@\"']{0,128}:)[^\s/?#\"']{1,256}(?=@)",
]


class Redactor:
    def __init__(self, settings: Settings) -> None:
        secrets = {form for _, value in settings for form in forms_of(value)}
        known = sorted((each for each in secrets if len(each) >= SHORTEST), key=len, reverse=True)
        self.known = re.compile("|".join(map(re.escape, known)) or r"(?!)")
        self.patterns = [re.compile(pattern) for pattern in PATTERNS]

    def redact(self, text: str) -> str:
        text = self.known.sub(HIDDEN, text)
        for pattern in self.patterns:
            text = pattern.sub(rf"\1{HIDDEN}", text)
        return text

    def redact_value(self, name: str, value: object) -> object:
        if SECRET_NAME.search(name):
            return HIDDEN
        is_number = isinstance(value, int) or (isinstance(value, float) and isfinite(value))
        return value if value is None or is_number else self.redact(str(value))


def forms_of(value: object) -> Iterator[str]:
    """The secrets in the value of a setting, as they stand in URLs and in what Python prints."""
    for each in value if isinstance(value, list) else [value]:
        text = each.get_secret_value() if isinstance(each, SecretStr) else str(each)
        found = re.findall(r"://[^\s:/@]*:(\S+)@", text)
        for secret in [*found, text] if isinstance(each, SecretStr) else found:
            yield from (secret, quote(secret, safe=""), unquote(secret), repr(secret)[1:-1])
