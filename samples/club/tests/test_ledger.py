import pytest

from app.workers.ledger import Ledger, RedisLedger, open_ledger


class FakeRedis:
    """As much of Redis as a ledger asks of it."""

    def __init__(self) -> None:
        self.values: dict[str, str] = {}
        self.forgotten_after: dict[str, int] = {}

    def set(self, name: str, value: str, *, nx: bool, ex: int) -> bool | None:
        if nx and name in self.values:
            return None
        self.values[name] = value
        return self.expire(name, ex)

    def get(self, name: str) -> str | None:
        return self.values.get(name)

    def delete(self, name: str) -> None:
        self.values.pop(name, None)

    def incr(self, name: str) -> int:
        self.values[name] = str(int(self.values.get(name, "0")) + 1)
        return int(self.values[name])

    def expire(self, name: str, seconds: int) -> bool:
        self.forgotten_after[name] = seconds
        return True


@pytest.fixture(params=["eager:", "redis://example.com:6379/1"])
def book(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Ledger:
    monkeypatch.setenv("TASK_URL", request.param)
    open_ledger.cache_clear()
    book = open_ledger()
    monkeypatch.setattr(book, "redis", FakeRedis(), raising=False)
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
    redis = FakeRedis()
    book.redis = redis
    book.claim("a", "1")
    book.count("b")
    assert set(redis.forgotten_after.values()) == {86_400}
