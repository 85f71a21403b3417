"""Migrates a copy of the database that has rows, compares it with the models, and says how many rows there are."""

import json
import os
import shutil
import sqlite3
import sys
import tempfile
from pathlib import Path

folder = Path(tempfile.mkdtemp())
shutil.copy("shop.db", folder / "shop.db")
os.environ["DATABASE_URL"] = f"sqlite+aiosqlite:///{folder / 'shop.db'}"
sys.path.insert(0, ".")

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory

from app.main import app

assert app.routes
config = Config(toml_file="pyproject.toml")
heads = ScriptDirectory.from_config(config).get_heads()
command.upgrade(config, "heads")
command.check(config)
with sqlite3.connect(folder / "shop.db") as database:
    names = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    rows = {name: database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}
shutil.rmtree(folder)
print(json.dumps({"heads": len(heads), "rows": rows}))
