"""How Alembic reaches the database: with the application's settings and models."""

import asyncio

from alembic import context
from sqlalchemy import Connection, NullPool
from sqlalchemy.ext.asyncio import create_async_engine

from app.core.logging import configure_logging
from app.core.settings import Settings
from app.models import Base


def run_migrations(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        compare_server_default=True,
        render_as_batch=True,  # SQLite can not alter a table: it is made again, rows and all.
    )
    with context.begin_transaction():
        context.run_migrations()


async def connect_and_run(settings: Settings) -> None:
    configure_logging(settings.log_level)
    engine = create_async_engine(settings.database_url, poolclass=NullPool)
    async with engine.connect() as connection:
        await connection.run_sync(run_migrations)


asyncio.run(connect_and_run(Settings()))
