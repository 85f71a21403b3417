"""How beat says that it still looks for what is due."""

from typing import Any

from celery.beat import PersistentScheduler

from app.workers.health import note_heartbeat


class HeartbeatScheduler(PersistentScheduler):
    def tick(self, *args: Any, **kwargs: Any) -> float:
        seconds = super().tick(*args, **kwargs)
        note_heartbeat("beat")
        return seconds
