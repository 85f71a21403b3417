"""Which Python files of this interpreter compile, and which of their damaged copies do.

--judge: stdin is one JSON list of texts a line. --files: prints the paths of all files of the standard library and of
what is installed. Otherwise: the paths of those of the standard library that compile.
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
    if "--files" in sys.argv:
        folders = {sysconfig.get_path(name) for name in ("stdlib", "purelib", "platlib")}
        for path in sorted({path for folder in folders for path in Path(folder).rglob("*.py")}):
            if path.is_file():
                print(path)
        return
    for path in sorted(Path(sysconfig.get_path("stdlib")).rglob("*.py")):
        try:
            text = path.read_bytes().decode("utf-8")
        except UnicodeDecodeError:
            continue
        if "\r" not in text and compiles(text):
            print(path)


main()
