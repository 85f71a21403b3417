"""Makes an empty database: `make-database.py URL`, with the Python of a generated project."""

import asyncio
import sys

from sqlalchemy import make_url

from tests.database import make_anew

asyncio.run(make_anew(make_url(sys.argv[1])))
