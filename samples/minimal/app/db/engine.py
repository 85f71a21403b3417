"""How the application and its migrations reach SQLite."""

import sqlite3

from sqlalchemy import Connection, NullPool, event
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry


def application_engine(url: str) -> AsyncEngine:
    engine = create_async_engine(url)
    begin_explicitly(engine)
    event.listen(engine.sync_engine, "connect", enforce_foreign_keys)
    return engine


def migration_engine(url: str) -> AsyncEngine:
    """Foreign keys are not enforced: a table that is made again would take its dependents along."""
    engine = create_async_engine(url, poolclass=NullPool)
    begin_explicitly(engine)
    return engine


def begin_explicitly(engine: AsyncEngine) -> None:
    """The driver begins late and knows no savepoints, unless the transactions are ours."""
    event.listen(engine.sync_engine, "connect", leave_transactions_alone)
    event.listen(engine.sync_engine, "begin", begin)


def leave_transactions_alone(connection: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
    connection.isolation_level = None


def begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def enforce_foreign_keys(connection: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
    connection.execute("PRAGMA foreign_keys=ON")
