"""Runs one command and prints its wall time in milliseconds and its peak memory in MiB, as JSON."""

import json
import os
import sys
import time

started = time.perf_counter()
child = os.posix_spawn(
    sys.argv[1],
    sys.argv[1:],
    os.environ,
    file_actions=[(os.POSIX_SPAWN_OPEN, fd, os.devnull, os.O_RDWR, 0) for fd in (0, 1, 2)],
)
_, status, usage = os.wait4(child, 0)
elapsed = (time.perf_counter() - started) * 1000
print(json.dumps({"ms": elapsed, "mib": usage.ru_maxrss / 1024, "exit": os.waitstatus_to_exitcode(status)}))
