"""Celery: how tasks get to the workers, and what becomes of them there.

`TASK_URL=eager:` has no workers: a task runs where it is called.
"""

import logging
import sys
from typing import Any

from celery import Celery
from celery.signals import (
    beat_init,
    before_task_publish,
    heartbeat_sent,
    setup_logging,
    task_failure,
    task_postrun,
    task_prerun,
    worker_init,
)
from kombu import Queue

from app.about import NAME
from app.core.logging import configure_logging
from app.core.settings import Settings
from app.workers.base_task import BaseTask, give_key_back, route
from app.workers.context import enter_context, leave_context, send_context
from app.workers.health import note_heartbeat

# A worker takes what is in the first queue first, and in a queue what has the lowest number.
QUEUES = ["default", "slow"]
PRIORITIES = [0, 3, 6, 9]

logger = logging.getLogger(__name__)


def configuration() -> dict[str, Any]:
    """Asked for when somebody uses it: by then the settings are there."""
    settings = Settings()
    is_eager = settings.task_url == "eager:"
    if is_eager and settings.is_production:
        logger.warning("TASK_URL=eager: tasks run within requests, and jobs do not run")
    url = str(settings.task_url)
    return {
        "broker_url": "memory://" if is_eager else url,
        "result_backend": None if is_eager else url,
        "task_always_eager": is_eager,
        # Nothing but JSON is written or read: a pickle runs what it holds.
        "task_serializer": "json",
        "result_serializer": "json",
        "accept_content": ["json"],
        "task_ignore_result": True,
        "result_expires": 86_400,
        # A message is gone when its task is done, not when it begins.
        "task_acks_late": True,
        "task_reject_on_worker_lost": True,
        "worker_prefetch_multiplier": 1,
        "worker_concurrency": settings.worker_processes,
        "worker_max_tasks_per_child": 1000,
        "task_soft_time_limit": 60,
        "task_time_limit": 90,
        "task_queues": [Queue(name, routing_key=name) for name in QUEUES],
        "task_default_queue": QUEUES[0],
        "task_create_missing_queues": False,
        "task_routes": [route],
        "broker_transport_options": {
            "priority_steps": PRIORITIES,
            "queue_order_strategy": "priority",
            "socket_connect_timeout": 2,
            "socket_timeout": 10,
            "unacked_restore_throttle": 1,
            "visibility_timeout": settings.task_recovery_seconds,
        },
        "broker_connection_retry_on_startup": True,
        "task_publish_retry_policy": {"max_retries": 2, "interval_max": 0.5},
        "beat_schedule_filename": settings.beat_file,
        "beat_scheduler": "app.workers.scheduler:HeartbeatScheduler",
        # It sleeps no longer, and is known to be alive.
        "beat_max_loop_interval": 10,
    }


celery = Celery(
    NAME,
    task_cls=BaseTask,
    include=[
        "app.workers.beat",
        "app.workers.dead_letters",
        "app.workers.tasks.email",
        "app.workers.tasks.notification",
        "app.workers.tasks.report",
        "app.workers.tasks.upload",
    ],
)
celery.add_defaults(configuration)
before_task_publish.connect(send_context)
task_prerun.connect(enter_context)
task_postrun.connect(leave_context)
task_failure.connect(give_key_back)


@heartbeat_sent.connect
def note_worker(**_: object) -> None:
    note_heartbeat("worker")


@setup_logging.connect
def log_as_the_application(**_: object) -> None:
    configure_logging(Settings())


@beat_init.connect
@worker_init.connect
def require_queue(**_: object) -> None:
    if celery.conf.task_always_eager:
        sys.exit("TASK_URL=eager: has no queue for tasks: name a Redis")
