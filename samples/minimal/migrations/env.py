"""How Alembic reaches the database: with the application's settings and models."""

import asyncio

from alembic import context
from sqlalchemy import Connection

from app.core.logging import configure_logging
from app.core.settings import Settings
from app.db.engine import migration_engine
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


async def connect_and_run(url: str) -> None:
    async with migration_engine(url).connect() as connection:
        await connection.run_sync(run_migrations)


def configured_url() -> str:
    settings = Settings()
    configure_logging(settings.log_level)
    return settings.database_url


# Tests say where; on a command line it is the settings.
asyncio.run(connect_and_run(context.config.attributes.get("database_url") or configured_url()))
