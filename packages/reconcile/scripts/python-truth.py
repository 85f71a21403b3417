"""Which Python files of this interpreter compile, and which of their damaged copies do.

stdin: one JSON list of texts a line, or nothing. Without --judge: prints the paths of all files that compile.
"""

import json
import sys
import sysconfig
import warnings
from pathlib import Path

warnings.simplefilter("ignore")


def compiles(text: str) -> bool:
    try:
        compile(text, "x.py", "exec", dont_inherit=True)
    except (SyntaxError, ValueError):
        return False
    return True


def main() -> None:
    if "--judge" in sys.argv:
        for line in sys.stdin:
            print(json.dumps([compiles(text) for text in json.loads(line)]))
        return
    for path in sorted(Path(sysconfig.get_path("stdlib")).rglob("*.py")):
        try:
            text = path.read_bytes().decode("utf-8")
        except UnicodeDecodeError:
            continue
        if "\r" not in text and compiles(text):
            print(path)


main()
