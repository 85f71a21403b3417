"""Is each statement of the user's still there? Judged by Python's own parsers, from the texts alone.

stdin: one JSON object a line: seed, path, base, mine, next, result, answer (of a conflict, else
null), renames (whether the command renames).
stdout: one JSON object a line: seed, path, verdict, why. Verdicts: right, conflict, unreadable (mine), WRONG.
"""

import ast
import io
import json
import re
import sys
import tokenize
import tomllib
from collections import Counter

import yaml

WORD = re.compile(r"\w+|[^\w\s]")


def plain(text):
    return text.removeprefix("\ufeff").replace("\r\n", "\n")


def heads(tree):
    """Each statement without those in it, and the definitions around it."""

    def visit(node, around):
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.stmt):
                yield head(child), around
            named = isinstance(child, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
            yield from visit(child, (*around, child.name) if named else around)

    return list(visit(tree, ()))


def head(node):
    text = ast.unparse(node)
    if not hasattr(node, "body"):
        return text
    inner = {ast.unparse(child) for child in ast.walk(node) if isinstance(child, ast.stmt) and child is not node}
    kept = [line for line in text.split("\n") if line.strip() and not line.startswith("    ")]
    return "\n".join(line for line in kept if line not in inner)


def comments(text):
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    return [token.string.strip() for token in tokens if token.type == tokenize.COMMENT]


def python_facts(text):
    found = [said for said, _ in heads(ast.parse(text))]
    return Counter(found + comments(text))


def leaves(value, path=""):
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, f"{path}/{key}")
        if not value:
            yield f"{path} = {{}}"
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner, f"{path}/-")
    else:
        yield f"{path} = {value!r}"


def line_comments(text):
    return [line.strip() for line in text.split("\n") if line.strip().startswith("#")]


def line_facts(text):
    return Counter(line.strip() for line in text.split("\n") if line.strip())


def facts_of(path, text):
    if path.endswith(".py"):
        return python_facts(text)
    if path.endswith(".toml"):
        return Counter([*leaves(tomllib.loads(text)), *line_comments(text)])
    if path.endswith((".yaml", ".yml")):
        return Counter([*leaves(yaml.safe_load(text)), *line_comments(text)])
    return line_facts(text)


def read(path, text):
    try:
        return facts_of(path, text)
    except (SyntaxError, ValueError, yaml.YAMLError, tokenize.TokenError):
        return None


def own_words(said, base):
    """The words of a statement that the one which it was made of does not have."""
    words = Counter(WORD.findall(said))
    nearest = max(base, key=lambda other: (words & Counter(WORD.findall(other))).total(), default="")
    return words - Counter(WORD.findall(nearest))


def is_combined(said, base, result):
    """Both sides changed one statement: the user's words are in one that is neither's."""
    own = own_words(said, base)
    return any(not own - Counter(WORD.findall(other)) for other in result)


def find_lost(base, mine, result):
    own = mine - base
    missing = own - result
    changed = list((base - mine).elements())
    news = list((result - mine).elements())
    return [said for said in missing if not is_combined(said, changed, news)]


def judge(case):
    path, answer = case["path"], case["answer"]
    mine, result = case["mine"], case["result"]
    if mine is None:
        return ("right", "") if result is None else ("WRONG", "a deleted file is back")
    if answer == "next":
        return ("conflict", "") if result == case["next"] else ("WRONG", "it is not what was chosen")
    if answer == "mine" and case["renames"] and result is not None:
        # The file goes where the other name has it, and says that name: what the user put into it must be there.
        lost = find_lost(*(line_facts(plain(text or "")) for text in (case["base"], mine, result)))
        return ("WRONG", f"it is not what the user had: {lost[:3]}") if lost else ("conflict", "")
    if answer == "mine":
        return ("conflict", "") if result == mine else ("WRONG", "it is not what the user had")
    if result is None:
        # Its line ends and its last one are no statements.
        same = plain(mine).rstrip("\n") == plain(case["base"]).rstrip("\n")
        return ("right", "") if same else ("WRONG", "an edited file is gone")
    if answer == "markers":
        return judge_markers(case)
    if "\r\n" in mine and result.count("\n") != result.count("\r\n") and mine.count("\n") == mine.count("\r\n"):
        return "WRONG", "the line ends are others"
    base, mine, result = (plain(text) for text in (case["base"], mine, result))
    texts = [read(path, text) for text in (base, mine, result)]
    if texts[1] is None:
        # Nobody can say what its statements are: its lines must do.
        lost = find_lost(line_facts(base), line_facts(mine), line_facts(result))
        return ("WRONG", f"lost lines: {lost[:3]}") if lost else ("unreadable", "")
    if texts[2] is None:
        return "WRONG", "the result cannot be read"
    lost = find_lost(*texts)
    return ("WRONG", f"lost: {lost[:3]}") if lost else ("right", "")


def edited_lines(path, base, mine):
    """The lines of mine, but those of statements that base has in other lines: their layout is no statement."""
    facts = line_facts(mine)
    try:
        known = {said for said, _ in heads(ast.parse(base))} if path.endswith(".py") else set()
        nodes = ast.walk(ast.parse(mine)) if known else ()
    except SyntaxError:
        return facts
    lines = mine.split("\n")
    for node in nodes:
        if isinstance(node, ast.stmt) and head(node) in known:
            end = node.body[0].lineno - 1 if hasattr(node, "body") else node.end_lineno
            laid_out = [one for one in lines[node.lineno - 1 : end] if not one.lstrip().startswith("#")]
            facts -= line_facts("\n".join(laid_out))
    return facts


def judge_markers(case):
    base, after, result = (line_facts(plain(case[key] or "")) for key in ("base", "next", "result"))
    mine = edited_lines(case["path"], plain(case["base"] or ""), plain(case["mine"]))
    # A rename exchanges the words of ours in an edited line, too: what the user put into it must be there.
    lost = find_lost(base, mine, result) if case["renames"] else list((mine - base) - result)
    # And before it merges: a line of next that is new by its words alone may be one that the user took out.
    absent = [] if case["renames"] else (after - base) - result
    if lost or absent:
        return "WRONG", f"not between the markers: {lost[:3]} {list(absent)[:3]}"
    return "conflict", ""


for line in sys.stdin:
    case = json.loads(line)
    verdict, why = judge(case)
    print(json.dumps({"seed": case["seed"], "path": case["path"], "verdict": verdict, "why": why}))
