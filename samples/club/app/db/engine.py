"""How the application and its migrations reach SQLite."""

import sqlite3

from sqlalchemy import Connection, NullPool, event
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

# The driver's own transactions begin late and lose savepoints: it leaves them to us.
CONNECT_ARGS = {"isolation_level": None}


def application_engine(url: str) -> AsyncEngine:
    engine = create_async_engine(url, connect_args=CONNECT_ARGS)
    event.listen(engine.sync_engine, "begin", begin)
    event.listen(engine.sync_engine, "connect", enforce_foreign_keys)
    return engine


def migration_engine(url: str) -> AsyncEngine:
    """Foreign keys are not enforced: a table that is made again would take its dependents along."""
    engine = create_async_engine(url, connect_args=CONNECT_ARGS, poolclass=NullPool)
    event.listen(engine.sync_engine, "begin", begin)
    return engine


def begin(connection: Connection) -> None:
    """One transaction at a time: two that read and then write would lock each other out."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def enforce_foreign_keys(connection: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
    connection.execute("PRAGMA foreign_keys=ON")
