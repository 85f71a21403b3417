"""Changes generated code, a mutant at a time, and asks the generated tests whether they notice.

    python mutate.py [--jobs 2] [--every 3] file.py=tests/test_one.py[,tests/test_two.py] ...

Runs inside a generated project, with the Python of its environment. Each mutant is one statement deleted, one
argument or item left out, one decorator taken away, or one value changed. Imports, docstrings and annotations are
left alone. `--every 3` judges each third of them. Prints a JSON document: how many were found, how many of them
judged, and those that no test noticed.
"""

import argparse
import ast
import importlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

SECONDS = 120


class Mutant(NamedTuple):
    path: str
    line: int
    what: str
    text: str
    tests: tuple[str, ...]


def mutants_of(path: str, tests: tuple[str, ...]) -> Iterator[Mutant]:
    source = Path(path).read_text(encoding="utf-8")
    seen = {ast.unparse(ast.parse(source))}
    for number in range(sys.maxsize):
        mutator = Mutator(number)
        tree = mutator.visit(ast.parse(source))
        if mutator.done is None:
            return
        text = ast.unparse(ast.fix_missing_locations(tree))
        if text in seen or not compiles(text):
            continue
        seen.add(text)
        line, what = mutator.done
        yield Mutant(path, line, what, text, tests)


def nearest_first(path: str, tests: tuple[str, ...]) -> tuple[str, ...]:
    """Those that name the module come first: the first that fails ends the run."""
    module = path.removesuffix(".py").replace("/", ".")
    return tuple(sorted(tests, key=lambda test: module not in Path(test).read_text("utf-8")))


def compiles(text: str) -> bool:
    try:
        compile(text, "mutant", "exec")
    except (SyntaxError, ValueError):
        return False
    return True


class Mutator(ast.NodeTransformer):
    """Makes the change with this number, counted in the order of the source."""

    def __init__(self, number: int) -> None:
        self.left = number
        self.done: tuple[int, str] | None = None

    def take(self, node: ast.AST, what: str) -> bool:
        if self.done is not None:
            return False
        if self.left > 0:
            self.left -= 1
            return False
        self.done = (getattr(node, "lineno", 0), f"{what}: {ast.unparse(node)[:70]}")
        return True

    def visit_body(self, body: list[ast.stmt]) -> list[ast.stmt]:
        kept: list[ast.stmt] = []
        for statement in body:
            if is_left_alone(statement):
                kept.append(statement)
            elif self.take(statement, "deleted"):
                kept.append(ast.Pass())
            else:
                kept.append(self.visit(statement))
        return kept

    def generic_visit(self, node: ast.AST) -> ast.AST:
        for name, value in ast.iter_fields(node):
            if name in ("annotation", "returns", "type_params"):
                continue
            if name in ("body", "orelse", "finalbody") and isinstance(value, list):
                setattr(node, name, self.visit_body(value))
            elif isinstance(value, list):
                setattr(node, name, self.visit_list(node, name, value))
            elif isinstance(value, ast.AST):
                setattr(node, name, self.visit(value))
        return node

    def visit_list(self, node: ast.AST, name: str, values: list[ast.AST]) -> list[ast.AST]:
        kept = []
        for value in values:
            if name in LEAVABLE.get(type(node), ()) and self.take(value, "left out"):
                continue
            kept.append(self.visit(value) if isinstance(value, ast.AST) else value)
        return kept

    def visit_Dict(self, node: ast.Dict) -> ast.AST:
        for index, value in enumerate(node.values):
            if self.take(value, "left out"):
                del node.keys[index], node.values[index]
                return node
        return self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        changed = changed_value(node.value)
        if changed is None or not self.take(node, "changed"):
            return node
        return ast.Constant(changed)

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        other = OPPOSITES.get(type(node.ops[0]))
        if other is not None and self.take(node, "turned round"):
            node.ops[0] = other()
            return node
        return self.generic_visit(node)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.AST:
        if isinstance(node.op, ast.Not) and self.take(node, "taken without not"):
            return node.operand
        return self.generic_visit(node)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.AST:
        return node

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        """A subscript of a type is an annotation, wherever it stands."""
        if isinstance(node.value, ast.Name) and is_type(node.value.id):
            return node
        return self.generic_visit(node)


def is_type(name: str) -> bool:
    return name[0].isupper() or name in ("dict", "list", "set", "tuple", "type")


LEAVABLE: dict[type[ast.AST], tuple[str, ...]] = {
    ast.Call: ("args", "keywords"),
    ast.Tuple: ("elts",),
    ast.List: ("elts",),
    ast.Set: ("elts",),
    ast.ClassDef: ("decorator_list",),
    ast.FunctionDef: ("decorator_list",),
    ast.AsyncFunctionDef: ("decorator_list",),
}

OPPOSITES: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Lt: ast.GtE,
    ast.LtE: ast.Gt,
    ast.Gt: ast.LtE,
    ast.GtE: ast.Lt,
}


def is_left_alone(statement: ast.stmt) -> bool:
    """Imports fail by themselves, a docstring does nothing; the rest is for tools."""
    if isinstance(statement, ast.Import | ast.ImportFrom | ast.Pass):
        return True
    if isinstance(statement, ast.ClassDef):
        return "Protocol" in [ast.unparse(base) for base in statement.bases]
    if isinstance(statement, ast.If):
        return ast.unparse(statement.test) == "TYPE_CHECKING"
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def changed_value(value: object) -> object:
    if isinstance(value, bool):
        return not value
    if isinstance(value, int | float):
        return value + 1
    return f"{value}x" if isinstance(value, str) else None


def is_noticed(mutant: Mutant, workspace: Path) -> bool:
    """Whether pytest fails on the mutant, in a process that has imported all but the project."""
    original = (workspace / mutant.path).read_bytes()
    (workspace / mutant.path).write_text(mutant.text, encoding="utf-8")
    try:
        return fails(workspace, mutant.tests)
    finally:
        (workspace / mutant.path).write_bytes(original)


def fails(workspace: Path, tests: Iterable[str], seconds: int = SECONDS) -> bool:
    child = os.fork()
    if child == 0:
        run_tests(workspace, tests, seconds)
    return wait_for(child) != 0


def run_tests(workspace: Path, tests: Iterable[str], seconds: int) -> None:
    """Never returns: the process ends with what pytest says."""
    os.chdir(workspace)
    sys.path.insert(0, str(workspace))
    silence = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(silence, descriptor)
    signal.alarm(seconds)
    import pytest

    preloaded = ["-W", "ignore:Module already imported:pytest.PytestAssertRewriteWarning"]
    arguments = ["-x", "-q", "-p", "no:cacheprovider", "--no-header", *preloaded, *tests]
    os._exit(int(pytest.main(arguments)))


def wait_for(child: int) -> int:
    """A mutant that hangs is ended by its alarm, which counts as noticed."""
    _, status = os.waitpid(child, 0)
    return status


def preload(tests: Iterable[str]) -> None:
    """What the tests import of others is imported here, and not again for each mutant."""
    names = [test.removesuffix(".py").replace("/", ".") for test in tests]
    program = f"import sys, {', '.join(names)}; print(*sys.modules)"
    asked = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, text=True
    )
    for name in asked.stdout.split():
        if name.partition(".")[0] not in ("app", "tests", "__main__"):
            importlib.import_module(name)


def copy_of(project: Path) -> Path:
    copy = Path(tempfile.mkdtemp(prefix="mutants-")) / "project"
    shutil.copytree(project, copy, ignore=shutil.ignore_patterns(".venv", ".hut"))
    return copy


def judge_all(mutants: list[Mutant], workspace: Path, report: Path) -> None:
    """One worker's share, in a copy of the project of its own. Never returns: the process ends."""
    # The bytecode there is of the originals, and theirs alone: a mutant is newer.
    sys.dont_write_bytecode = True
    missed = [one for one in mutants if not is_noticed(one, workspace)]
    shutil.rmtree(workspace.parent)
    report.write_text("\n".join(f"{one.path}:{one.line} {one.what}" for one in missed))
    os._exit(0)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("targets", nargs="+")
    asked = parser.parse_args()
    pairs = [target.split("=") for target in asked.targets]
    targets = {path: nearest_first(path, tuple(tests.split(","))) for path, tests in pairs}
    preload({test for tests in targets.values() for test in tests})
    mutants = [one for path, tests in targets.items() for one in mutants_of(path, tests)]
    judged = mutants[:: asked.every]
    unchanged = copy_of(Path.cwd())
    if fails(unchanged, {test for one in judged for test in one.tests}, 5 * SECONDS):
        sys.exit("The tests fail before anything is changed")
    reports = Path(tempfile.mkdtemp(prefix="mutants-"))
    workers = []
    for part in range(asked.jobs):
        child = os.fork()
        if child == 0:
            judge_all(judged[part :: asked.jobs], copy_of(unchanged), reports / str(part))
        workers.append(child)
    if any([wait_for(worker) != 0 for worker in workers]):
        sys.exit("A worker failed")
    shutil.rmtree(unchanged.parent)
    missed = [line for report in reports.iterdir() for line in report.read_text().splitlines()]
    shutil.rmtree(reports)
    print(json.dumps({"found": len(mutants), "judged": len(judged), "missed": sorted(missed)}))


main()
