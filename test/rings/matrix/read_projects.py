"""Reads every project below a folder, and prints what is wrong with its files: nothing, or a line for each mistake."""

import ast
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path


def mistakes(project: Path) -> Iterator[str]:
    for path in sorted(project.rglob("*")):
        if ".hut" in path.relative_to(project).parts or not path.is_file():
            continue
        try:
            if path.suffix == ".py":
                ast.parse(path.read_bytes(), path.name)
            elif path.suffix == ".toml":
                tomllib.loads(path.read_text("utf-8"))
        except (SyntaxError, ValueError) as error:
            yield f"{path}: {error}"
    for name in sorted(settings(project) - variables(project)):
        yield f"{project}/.env.example: {name} is missing"


def settings(project: Path) -> set[str]:
    """What the application reads."""
    tree = ast.parse((project / "app/core/settings.py").read_text("utf-8"))
    [model] = [one for one in tree.body if isinstance(one, ast.ClassDef) and one.name == "Settings"]
    fields = [one.target for one in model.body if isinstance(one, ast.AnnAssign)]
    return {field.id.upper() for field in fields if isinstance(field, ast.Name)}


def variables(project: Path) -> set[str]:
    """What a person is shown."""
    lines = (project / ".env.example").read_text("utf-8").splitlines()
    return {line.split("=")[0] for line in lines if line and not line.startswith("#")}


found = [line for folder in sorted(Path(sys.argv[1]).glob("*/shop")) for line in mistakes(folder)]
print("\n".join(found), end="")
