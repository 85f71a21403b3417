"""Runs a command in a terminal of its own and answers it: waits for each text, then types what belongs to it.

Takes JSON on standard input: {"argv", "cwd", "env", "steps": [[text, keys], ...]}.
Prints JSON: {"exitCode", "output"}.
"""

import json
import os
import pty
import select
import signal
import sys
import time
from collections.abc import Iterator

PATIENCE = 60


def chunks(terminal: int) -> Iterator[str]:
    """What the command prints, as it comes; '' while nothing comes. Ends with the command."""
    while True:
        if not select.select([terminal], [], [], 0.2)[0]:
            yield ""
            continue
        try:
            chunk = os.read(terminal, 65536)
        except OSError:
            return
        if not chunk:
            return
        yield chunk.decode(errors="replace")


def answer(terminal: int, steps: list[list[str]]) -> str:
    output, seen, deadline = "", "", time.monotonic() + PATIENCE
    for chunk in chunks(terminal):
        output, seen = output + chunk, seen + chunk
        if time.monotonic() > deadline:
            raise TimeoutError(f"waited for {steps[:1]}. What came:\n{output}")
        if steps and steps[0][0] in seen:
            time.sleep(0.2)
            os.write(terminal, steps.pop(0)[1].encode())
            seen = ""
    return output


def main() -> None:
    order = json.load(sys.stdin)
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(order["cwd"])
        os.execvpe(order["argv"][0], order["argv"], order["env"])
    try:
        output = answer(terminal, order["steps"])
    except TimeoutError:
        os.kill(child, signal.SIGKILL)
        raise
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    json.dump({"exitCode": status, "output": output}, sys.stdout)


main()
