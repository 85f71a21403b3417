"""What is broken or doubled in the committed text of a merge: it no longer compiles, or has what neither side has.

stdin: a JSON list of {path, base, mine, next, done}; stdout: a JSON list of lists of sentences.
"""

import ast
import builtins
import json
import symtable
import sys
import warnings
from collections import Counter
from collections.abc import Iterator

warnings.simplefilter("ignore")
KNOWN = {*dir(builtins), "__file__", "__name__", "__doc__", "__path__", "__package__", "__spec__"}
IDLE = (ast.Pass, ast.Return, ast.Break, ast.Continue, ast.Expr)


def is_bound(symbol: symtable.Symbol) -> bool:
    return symbol.is_assigned() or symbol.is_imported() or symbol.is_namespace()


def tables(table: symtable.SymbolTable) -> Iterator[symtable.SymbolTable]:
    yield table
    for inner in table.get_children():
        yield from tables(inner)


def undefined(text: str) -> Iterator[str]:
    module = symtable.symtable(text, "x.py", "exec")
    everywhere = list(tables(module))
    bound = {symbol.get_name() for symbol in module.get_symbols() if is_bound(symbol)}
    for table in everywhere:
        bound |= {s.get_name() for s in table.get_symbols() if s.is_declared_global() and s.is_assigned()}
    if "import *" in text:
        return
    for table in everywhere:
        for symbol in table.get_symbols():
            free = symbol.is_global() or table is module
            name = symbol.get_name()
            if free and symbol.is_referenced() and name not in bound and name not in KNOWN:
                yield f'"{name}" has no definition in {table.get_name()}'


def bodies(node: ast.AST, scope: str) -> Iterator[tuple[str, list[ast.stmt]]]:
    for field in ("body", "orelse", "finalbody"):
        body = getattr(node, field, None)
        if isinstance(body, list):
            yield scope, body
    for child in ast.iter_child_nodes(node):
        name = getattr(child, "name", None)
        inner = f"{scope}/{name or type(child).__name__}"
        yield from bodies(child, inner)


def names_of(statement: ast.stmt) -> Iterator[str]:
    if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        if not statement.decorator_list:
            yield statement.name
    elif isinstance(statement, (ast.Import, ast.ImportFrom)):
        yield from (alias.asname or alias.name for alias in statement.names)


def counts(text: str) -> Counter[str]:
    """How often each thing is there that should be there once, and each statement that is never reached."""
    found: Counter[str] = Counter()
    for scope, body in bodies(ast.parse(text), ""):
        for at, statement in enumerate(body):
            code = ast.unparse(statement).splitlines()[0][:70]
            if at > 0 and isinstance(body[at - 1], (ast.Return, ast.Raise, ast.Break, ast.Continue)):
                found[f'"{code}" in {scope or "/"} is never reached'] += 2
            for name in names_of(statement):
                found[f'"{name}" is defined more than once in {scope or "/"}'] += 1
            if not isinstance(statement, IDLE):
                found[f'"{code}" stands in {scope or "/"} more than once: {hash(ast.dump(statement))}'] += 1
    return found


def faults(text: str) -> Counter[str]:
    found = counts(text)
    found.update({sentence: 2 for sentence in undefined(text)})
    return found


def doubled_lines(case: dict[str, str]) -> list[str]:
    """Lines of a list that the commit has more often than either side."""
    mine, following, done = (Counter(map(str.strip, case[side].split("\n"))) for side in ("mine", "next", "done"))
    if not case["path"].endswith(("ignore", ".txt")):
        return []
    return [
        f'the line "{line[:60]}" is there {count} times'
        for line, count in done.items()
        if count > max(1, mine[line], following[line]) and line
    ]


def judge(case: dict[str, str]) -> list[str]:
    if not case["path"].endswith((".py", ".pyi")):
        return doubled_lines(case)
    try:
        ast.parse(case["base"])
    except (SyntaxError, ValueError, RecursionError):
        return []
    try:
        done = faults(case["done"])
    except (SyntaxError, ValueError) as error:
        return [f"does not compile: {error}"]
    try:
        sides = [faults(case["mine"]), faults(case["next"])]
    except (SyntaxError, ValueError, RecursionError):
        return []
    worse = (s for s, count in done.items() if count > max(1, *(side[s] for side in sides)))
    return [sentence.split(": ")[0] for sentence in worse]


print(json.dumps([judge(case) for case in json.load(sys.stdin)]))
