from typing import Self

import pytest

from app.workers import ledger
from app.workers.ledger import Ledger, RedisLedger, open_ledger


class FakeRedis:
    """As much of Redis as a ledger asks of it."""

    def __init__(self, is_text: bool) -> None:
        self.is_text = is_text
        self.values: dict[str, str] = {}
        self.forgotten_after: dict[str, int] = {}

    @classmethod
    def from_url(
        cls, _: str, *, decode_responses: bool, socket_connect_timeout: int, socket_timeout: int
    ) -> Self:
        assert 0 < socket_connect_timeout + socket_timeout < 10
        return cls(decode_responses)

    def set(self, name: str, value: str, *, nx: bool, ex: int) -> bool | None:
        if nx and name in self.values:
            return None
        self.values[name] = value
        return self.expire(name, ex)

    def get(self, name: str) -> str | bytes | None:
        value = self.values.get(name)
        return value if value is None or self.is_text else value.encode()

    def delete(self, name: str) -> None:
        self.values.pop(name, None)

    def incr(self, name: str) -> int:
        self.values[name] = str(int(self.values.get(name, "0")) + 1)
        return int(self.values[name])

    def expire(self, name: str, seconds: int) -> bool:
        self.forgotten_after[name] = seconds
        return True


@pytest.fixture(autouse=True)
def server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger, "Redis", FakeRedis)


@pytest.fixture(params=["eager:", "redis://example.com:6379/1"])
def book(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Ledger:
    monkeypatch.setenv("TASK_URL", request.param)
    open_ledger.cache_clear()
    book = open_ledger()
    open_ledger.cache_clear()
    return book


def test_a_key_has_one_holder(book: Ledger) -> None:
    assert [book.claim("key", holder) for holder in "aba"] == [True, False, True]
    book.release("key")
    assert book.claim("key", "b")


def test_it_counts_each_name(book: Ledger) -> None:
    assert [book.count(name) for name in "aba"] == [1, 1, 2]


def test_redis_forgets_after_a_day() -> None:
    book = RedisLedger("redis://example.com")
    book.claim("a", "1")
    book.count("b")
    assert set(book.redis.forgotten_after.values()) == {86_400}
