"""
One stage of a change of tables, with the Python of a generated project, in its folder:

    migrate.py begin URL    the database made anew, upgraded, two rows in each table
    migrate.py go URL       upgraded, checked, every value of every enum tried, taken back one step, upgraded again
    migrate.py once URL     the database made anew and upgraded

Prints what there is then as JSON.
"""

import asyncio
import datetime as dt
import json
import re
import sys
import uuid
from contextlib import suppress
from decimal import Decimal
from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from app.db.engine import migration_engine
from app.models import Base

STAGE, URL = sys.argv[1:]
TABLES = Base.metadata.tables


def alembic(name, *args):
    config = Config(toml_file="pyproject.toml")
    config.attributes["database_url"] = URL
    getattr(command, name)(config, *args)


async def make_anew():
    url = sa.make_url(URL)
    if url.get_backend_name() == "sqlite":
        Path(url.database).unlink(missing_ok=True)
        return
    from tests.database import make_anew

    await make_anew(url)


def connected(work):
    async def run():
        engine = migration_engine(URL)
        async with engine.connect() as connection:
            result = await connection.run_sync(work)
            await connection.commit()
        await engine.dispose()
        return result

    return asyncio.run(run())


def plain(table):
    """The table with its enums as the texts that they are stored as."""
    columns = [
        sa.column(column.name, sa.String() if is_enum(column) else column.type)
        for column in table.columns
    ]
    return sa.table(table.name, *columns)


def is_enum(column):
    return isinstance(column.type, sa.Enum)


def targets(table):
    return {key.parent.name: key.column.table.name for key in table.foreign_keys}


def identity(table, number):
    kind = TABLES[table].c.id.type.python_type
    return uuid.UUID(int=100 + number) if kind is uuid.UUID else 100 + number


MOMENT = dt.datetime(2026, 3, 4, 5, 6, 7, 123456, tzinfo=dt.UTC)
VALUES = {
    str: lambda number: str(7 + number),
    int: lambda number: 3 + number,
    float: lambda number: 0.5 + number,
    bool: lambda number: number == 1,
    Decimal: lambda number: Decimal(f"{number + 1}.50"),
    bytes: lambda number: bytes([0, 255, number]),
    dict: lambda number: {"number": number},
    uuid.UUID: lambda number: uuid.UUID(int=number + 5),
    dt.date: lambda number: dt.date(2026, 1, 1 + number),
    dt.time: lambda number: dt.time(1, 2, 3, 400000 + number),
    dt.datetime: lambda number: MOMENT + dt.timedelta(days=number),
}


def value(table, column, number):
    if column.name == "id":
        return identity(table.name, number)
    if column.name in targets(table):
        return identity(targets(table)[column.name], number)
    if is_enum(column):
        return column.type.enums[number % len(column.type.enums)]
    return VALUES[stored(column.type).python_type](number)


def stored(kind):
    return kind.impl if isinstance(kind, sa.TypeDecorator) else kind


def insert_rows(connection):
    leave_keys_alone(connection, True)
    for table in TABLES.values():
        for number in range(2):
            row = {column.name: value(table, column, number) for column in table.columns}
            connection.execute(plain(table).insert().values(row))
    leave_keys_alone(connection, False)


def leave_keys_alone(connection, yes):
    """Rows that point to each other come one after the other."""
    if connection.dialect.name == "mysql":
        connection.execute(sa.text(f"SET foreign_key_checks = {0 if yes else 1}"))
    if connection.dialect.name == "postgresql":
        role = "replica" if yes else "origin"
        connection.execute(sa.text(f"SET session_replication_role = {role}"))


def rows(connection):
    return {
        name: sorted(
            [
                {key: written(cell) for key, cell in row._mapping.items()}
                for row in connection.execute(sa.select(plain(table)))
            ],
            key=lambda row: [row[column.name] for column in table.primary_key],
        )
        for name, table in TABLES.items()
    }


def written(cell):
    return format(cell, "f") if isinstance(cell, Decimal) else str(cell)


def schema(connection):
    inspector = sa.inspect(connection)
    names = [name for name in inspector.get_table_names() if name != "alembic_version"]
    return {name: shape(inspector, name, connection.dialect.name) for name in sorted(names)}


def shape(inspector, name, dialect):
    key = inspector.get_pk_constraint(name)
    return {
        "columns": texts(
            f"{c['name']} {c['type']} {c['nullable']} {c['default']}"
            for c in inspector.get_columns(name)
        ),
        # SQLite keeps the name of the table before, and has no use for it.
        "key": [*key["constrained_columns"], key["name"] if dialect == "postgresql" else None],
        "indexes": texts(
            f"{i['name']} {i['column_names']} {i['unique']}" for i in inspector.get_indexes(name)
        ),
        "uniques": texts(
            f"{u['name']} {u['column_names']}" for u in inspector.get_unique_constraints(name)
        ),
        "keys": texts(
            f"{k['name']} {k['constrained_columns']} {k['referred_table']} {k['options']}"
            for k in inspector.get_foreign_keys(name)
        ),
        "checks": texts(
            f"{c['name']} {re.sub(r'[^a-z0-9_,]|::[a-z ]+', '', str(c['sqltext']))}"
            for c in inspector.get_check_constraints(name)
        ),
    }


def texts(lines):
    return sorted(lines)


def enum_mistakes(connection):
    """A value that is none of an enum's is refused, each of its own is taken."""
    return [
        f"{table.name}.{column.name} {'takes' if taken else 'refuses'} {text}"
        for table in TABLES.values()
        for column in table.columns
        if is_enum(column)
        for text in [*column.type.enums, "nonsense"]
        if (taken := takes(connection, table, column, text)) == (text == "nonsense")
    ]


def takes(connection, table, column, text):
    change = plain(table).update().values({column.name: text})
    taken = False
    with suppress(sa.exc.DBAPIError), connection.begin_nested() as savepoint:
        taken = connection.execute(change).rowcount > 0
        savepoint.rollback()
    return taken


def dangling(connection):
    if connection.dialect.name != "sqlite":
        return []
    return [str(row) for row in connection.execute(sa.text("PRAGMA foreign_key_check"))]


def begin():
    asyncio.run(make_anew())
    alembic("upgrade", "head")
    connected(insert_rows)
    return {"schema": connected(schema), "rows": connected(rows)}


def go():
    alembic("upgrade", "head")
    alembic("check")
    now = {
        "schema": connected(schema),
        "rows": connected(rows),
        "mistakes": [*connected(enum_mistakes), *connected(dangling)],
    }
    alembic("downgrade", "-1")
    back = connected(schema)
    alembic("upgrade", "head")
    return {**now, "back": back, "again": connected(schema)}


def once():
    asyncio.run(make_anew())
    alembic("upgrade", "head")
    alembic("check")
    return {"schema": connected(schema)}


print(json.dumps({"begin": begin, "go": go, "once": once}[STAGE]()))
