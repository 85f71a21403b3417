import logging
import os
import runpy
import time
from pathlib import Path

import pytest
from celery.signals import beat_init, heartbeat_sent, setup_logging, worker_init
from celery.utils.dispatch import Signal
from kombu.utils.imports import symbol_by_name

from app.workers import health
from app.workers.celery_app import celery, configuration


def test_tasks_run_where_they_are_called_until_there_is_a_redis(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    eager = configuration()
    assert (eager["task_always_eager"], eager["result_backend"]) == (True, None)

    monkeypatch.setenv("TASK_URL", "redis://example.com:6379/1")
    real = configuration()
    assert (real["task_always_eager"], real["result_backend"]) == (False, real["broker_url"])
    assert real["broker_url"] == "redis://example.com:6379/1"


def test_the_settings_say_how_workers_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKER_PROCESSES", "3")
    monkeypatch.setenv("TASK_RECOVERY_SECONDS", "700")
    monkeypatch.setenv("BEAT_FILE", "beat")
    set_up = configuration()
    assert set_up["worker_concurrency"] == 3
    assert set_up["broker_transport_options"]["visibility_timeout"] == 700
    assert set_up["beat_schedule_filename"] == "beat"


def test_a_worker_reads_nothing_but_json() -> None:
    with celery.connection_for_read() as connection:
        consumer = celery.amqp.TaskConsumer(connection.default_channel)
        assert consumer.accept == {"application/json"}
        assert [queue.name for queue in consumer.queues] == ["default", "slow"]


@pytest.mark.parametrize(("environment", "warnings"), [("development", 0), ("production", 1)])
def test_production_without_workers_is_told(
    environment: str,
    warnings: int,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setenv("ENVIRONMENT", environment)
    configuration()
    assert len(caplog.messages) == warnings


@pytest.mark.parametrize("started", [beat_init, worker_init])
def test_worker_and_beat_need_a_queue(started: Signal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(celery.conf, "task_always_eager", False)
    started.send(sender=None)
    monkeypatch.setitem(celery.conf, "task_always_eager", True)
    with pytest.raises(SystemExit, match="TASK_URL"):
        started.send(sender=None)


def test_a_worker_logs_as_the_application(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(logging.getLogger(), "handlers", [])
        setup_logging.send(sender=None)
        assert logging.getLogger().handlers


def test_a_worker_is_well_while_its_heart_beats(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("sys.argv", ["health", "worker"])
    with pytest.raises(SystemExit, match="True"):
        runpy.run_path(health.__file__, run_name="__main__")
    heartbeat_sent.send(sender=None)
    with pytest.raises(SystemExit, match="False"):
        runpy.run_path(health.__file__, run_name="__main__")
    assert health.is_well("worker")
    long_ago = time.time() - 60
    os.utime(health.heartbeat_of("worker"), (long_ago, long_ago))
    assert not health.is_well("worker")


def test_beat_is_well_while_it_looks_for_what_is_due(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setitem(celery.conf, "beat_schedule", {})
    scheduler_class = symbol_by_name(celery.conf.beat_scheduler)
    scheduler = scheduler_class(celery, schedule_filename=str(tmp_path / "schedule"))
    assert not health.is_well("beat")
    assert scheduler.tick() < health.SECONDS
    assert health.is_well("beat")
    scheduler.close()
