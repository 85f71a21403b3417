"""How Alembic reaches the database: with the application's settings and models."""

import asyncio

from alembic import context
from alembic.operations import ops
from sqlalchemy import Connection

from app.core.logging import configure_logging
from app.core.settings import Settings
from app.db.engine import migration_engine
from app.models import Base


def leave_indexes_to_tables(_: object, __: object, scripts: list[ops.MigrationScript]) -> None:
    """An index goes with its table. MySQL does not drop one before that a foreign key needs."""
    for script in scripts:
        for half in (*script.upgrade_ops_list, *script.downgrade_ops_list):
            gone = {op.table_name for op in half.ops if isinstance(op, ops.DropTableOp)}
            half.ops = [op for op in half.ops if not changes_one_of(gone, op)]


def changes_one_of(tables: set[str], operation: ops.MigrateOperation) -> bool:
    return isinstance(operation, ops.ModifyTableOps) and operation.table_name in tables


def run_migrations(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        compare_server_default=True,
        process_revision_directives=leave_indexes_to_tables,
        render_as_batch=True,  # SQLite can not alter a table: it is made again, rows and all.
    )
    with context.begin_transaction():
        context.run_migrations()


async def connect_and_run(url: str) -> None:
    async with migration_engine(url).connect() as connection:
        await connection.run_sync(run_migrations)


def configured_url() -> str:
    settings = Settings()
    configure_logging(settings)
    return settings.database_url


# Tests say where; on a command line it is the settings.
asyncio.run(connect_and_run(context.config.attributes.get("database_url") or configured_url()))
