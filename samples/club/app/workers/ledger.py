"""What the workers remember together: who holds a key, and what came back how often."""

from functools import cache
from typing import Any, Protocol

from redis import Redis

from app.core.settings import Settings

DAY = 86_400


class Ledger(Protocol):
    def claim(self, key: str, holder: str) -> bool:
        """Whether the key is the holder's: from now on, or since an earlier try."""

    def release(self, key: str) -> None:
        """Anyone may claim it again."""

    def count(self, name: str) -> int:
        """How often this was asked of a name."""


class MemoryLedger:
    """Of one process."""

    def __init__(self) -> None:
        self.holders: dict[str, str] = {}
        self.counts: dict[str, int] = {}

    def claim(self, key: str, holder: str) -> bool:
        return self.holders.setdefault(key, holder) == holder

    def release(self, key: str) -> None:
        self.holders.pop(key, None)

    def count(self, name: str) -> int:
        self.counts[name] = self.counts.get(name, 0) + 1
        return self.counts[name]


class RedisLedger:
    def __init__(self, url: str) -> None:
        self.redis: Any = Redis.from_url(
            url, decode_responses=True, socket_connect_timeout=2, socket_timeout=2
        )

    def claim(self, key: str, holder: str) -> bool:
        is_new = self.redis.set(f"key:{key}", holder, nx=True, ex=DAY)
        return bool(is_new) or self.redis.get(f"key:{key}") == holder

    def release(self, key: str) -> None:
        self.redis.delete(f"key:{key}")

    def count(self, name: str) -> int:
        count: int = self.redis.incr(f"count:{name}")
        self.redis.expire(f"count:{name}", DAY)
        return count


@cache
def open_ledger() -> Ledger:
    url = str(Settings().task_url)
    return MemoryLedger() if url == "eager:" else RedisLedger(url)
