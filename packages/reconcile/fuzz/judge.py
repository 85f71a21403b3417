"""Judges merges without knowing how they were made: by Python's own parsers.

stdin: one JSON object a line: path, base, mine, next, result (null for a conflict), seed.
stdout: one JSON object a line: seed, path, verdict, why. Verdicts: right, conflict, unreadable (an input), WRONG.
"""

import ast
import builtins
import difflib
import functools
import io
import json
import re
import symtable
import sys
import tokenize
import tomllib
from collections import Counter

import yaml


class UniqueLoader(yaml.SafeLoader):
    pass


def unique_mapping(loader, node, deep=False):
    keys = [loader.construct_object(key, deep=deep) for key, _ in node.value]
    if len(set(map(str, keys))) != len(keys):
        raise ValueError("a key is there twice")
    return yaml.SafeLoader.construct_mapping(loader, node, deep)


UniqueLoader.add_constructor("tag:yaml.org,2002:map", unique_mapping)


def unique_pairs(pairs):
    if len({key for key, _ in pairs}) != len(pairs):
        raise ValueError("a key is there twice")
    return dict(pairs)


# What must be there as often as the law says, and what must never be there more often than on one side.
class Facts:
    def __init__(self) -> None:
        self.all: Counter = Counter()
        self.unique: Counter = Counter()
        self.undefined: set = set()
        self.values: dict = {}
        self.loaded: set = set()
        # Python: what base called the definitions of the module.
        self.scopes: dict = {}
        # Python: calls with an argument a line, which merge as lines do.
        self.spread: set = set()
        # Markdown: the headings, and under which of them each line stands.
        self.headings: set = set()
        self.sections: dict = {}


def name_of_requirement(text):
    match = re.match(r"^([A-Za-z0-9][\w.-]*)\s*(\[[^\]]*\])?\s*[<>=!~]", text)
    return re.sub(r"[-_.]+", "-", match[1].lower()) if match else None


def data_facts(value, path, facts):
    if isinstance(value, dict):
        for key, inner in value.items():
            data_facts(inner, (*path, str(key)), facts)
    elif isinstance(value, list):
        for item in value:
            if isinstance(item, str) and name_of_requirement(item):
                facts.unique[(*path, "requirement", name_of_requirement(item))] += 1
            elif not isinstance(item, (dict, list)):
                facts.unique[(*path, "item", repr(item))] += 1
            data_facts(item, (*path, "*"), facts)
    else:
        facts.all[(*path, repr(value))] += 1
        if "*" not in path:
            facts.values[path] = repr(value)


def env_facts(text, facts):
    for line in text.splitlines():
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        if "=" not in line:
            raise ValueError("no KEY=value")
        key, value = line.split("=", 1)
        facts.unique[(key,)] += 1
        facts.all[(key, value)] += 1
        facts.values[(key,)] = value


def markdown_facts(text, facts):
    fence, section = False, ""
    for line in text.splitlines():
        words = line.strip()
        if words.startswith("```"):
            fence = not fence
        heading = re.match(r"^#+ (.*)", line) if not fence else None
        if heading:
            section = heading[1]
            facts.headings.add(section)
            facts.unique[("heading", section)] += 1
        elif words and not words.startswith("```"):
            facts.all[(words,)] += 1
            facts.sections.setdefault(words, set()).add(section)
    if fence:
        raise ValueError("an open code block")


def moved_line(mine, next_, result):
    """A line under a heading that its own side knows, but does not have it under."""
    for words, sections in result.sections.items():
        owners = [side for side in (mine, next_) if words in side.sections]
        for section in sections:
            if all(section in side.headings and section not in side.sections[words] for side in owners):
                return f"{words} moved to {section}"
    return None


def bodies(tree):
    """The functions and classes of a module by name, without their names."""
    return {
        node.name: "\n".join(map(ast.unparse, node.body)).split()
        for node in tree.body
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef))
    }


def assigned(tree):
    """What is assigned in the module and in its classes, by scope and name: annotation and the kind of the value."""
    found = {}
    for scope, body in [("", tree.body), *((node.name, node.body) for node in tree.body if isinstance(node, ast.ClassDef))]:
        for node in body:
            if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
                found[(scope, node.target.id)] = (ast.dump(node.annotation), ast.dump(node.value) if node.value else "")
            elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                found[(scope, node.targets[0].id)] = ("", ast.dump(node.value))
    return found


@functools.lru_cache(maxsize=2000)
def parse(text):
    """Read only: many cases share a base or a next."""
    return ast.parse(text)


@functools.lru_cache(maxsize=2000)
def renames(base, side):
    """Definitions of base that a side renamed: most of what was in them still is."""
    old, new = bodies(base), bodies(side)
    return {
        name: was
        for name in new.keys() - old.keys()
        for was in old.keys() - new.keys()
        if difflib.SequenceMatcher(None, old[was], new[name]).ratio() > 0.6
    }


def renamed_targets(base, mine, scopes):
    """What the user assigns to another name: the only one that is gone, the only one that is new, in its place."""
    had, has = assigned(base), assigned(mine)
    gone, new = had.keys() - {(scopes.get(scope, scope), name) for scope, name in has}, has.keys() - had.keys()
    new = {(scope, name) for scope, name in new if (scopes.get(scope, scope), name) not in had}
    if len(gone) != 1 or len(new) != 1:
        return {}
    [(other, was)], [(scope, name)] = gone, new
    same = scopes.get(scope, scope) == other and had[other, was] == has[scope, name]
    in_place = list(had).index((other, was)) == list(has).index((scope, name))
    return {(other, name): was} if same and in_place else {}


def python_facts(text, facts, renamed):
    tree = parse(text)
    for node in tree.body:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            facts.scopes[node.name] = renamed.get(node.name, node.name)
    facts.renamed = renamed
    statement_facts(tree.body, (), facts)
    table = symtable.symtable(text, "x.py", "exec")
    known = {symbol.get_name() for symbol in table.get_symbols() if is_bound(symbol)} | set(dir(builtins))
    facts.undefined = {
        name for name in free_names(table) if name not in known and not name.startswith("__")
    }
    facts.loaded = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    if "#" not in text:
        return
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            facts.all[("comment", token.string)] += 1


def is_bound(symbol):
    return symbol.is_assigned() or symbol.is_imported() or symbol.is_namespace() or symbol.is_parameter()


def free_names(table):
    for symbol in table.get_symbols():
        top = table.get_type() == "module"
        if symbol.is_referenced() and (symbol.is_global() or (top and not is_bound(symbol))):
            yield symbol.get_name()
    for child in table.get_children():
        yield from free_names(child)


def statement_facts(body, scope, facts):
    ended = False
    for statement in body:
        if ended:
            facts.all[("dead", scope, ast.dump(statement))] += 1
        ended = ended or isinstance(statement, (ast.Return, ast.Raise, ast.Break, ast.Continue))
        one_statement(statement, scope, facts)


def one_statement(node, scope, facts):
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        facts.unique[(scope, "name", node.name)] += 1
        inner = (*scope, node.name if scope else facts.scopes[node.name])
        for decorator in node.decorator_list:
            expression_facts(decorator, (inner, "decorator"), facts)
        if isinstance(node, ast.ClassDef):
            for base in node.bases:
                facts.all[(inner, "base", ast.dump(base))] += 1
        else:
            facts.all[(inner, "arguments", ast.dump(node.args))] += 1
        statement_facts(node.body, inner, facts)
    elif isinstance(node, (ast.Import, ast.ImportFrom)):
        module = getattr(node, "module", None)
        for alias in node.names:
            facts.all[(scope, "import", module, alias.name, alias.asname)] += 1
            facts.unique[(scope, "name", alias.asname or alias.name)] += 1
    elif isinstance(node, (ast.If, ast.For, ast.AsyncFor, ast.While, ast.With, ast.AsyncWith, ast.Try)):
        inner = (*scope, f"<{type(node).__name__}>")
        for field, value in ast.iter_fields(node):
            if isinstance(value, list) and value and isinstance(value[0], ast.stmt):
                statement_facts(value, (*inner, field), facts)
            elif isinstance(value, ast.AST):
                expression_facts(value, (inner, field), facts)
        for handler in getattr(node, "handlers", []):
            statement_facts(handler.body, (*inner, "handler"), facts)
    elif isinstance(node, ast.Expr):
        if isinstance(node.value, ast.Call) and node.value.args:
            call = node.value
            facts.unique[(scope, "call", ast.dump(call.func), ast.dump(call.args[0]))] += 1
        expression_facts(node.value, (scope, "expression"), facts)
    elif isinstance(node, (ast.Assign, ast.AnnAssign)):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        head = (scope, "assign", *(target_name(target, scope, facts) for target in targets))
        in_function = any(isinstance(step, str) and step.islower() and not step.startswith("<") for step in scope)
        if isinstance(targets[0], ast.Name) and not in_function:
            facts.unique[(scope, "name", targets[0].id)] += 1
        if isinstance(node, ast.AnnAssign):
            facts.all[(*head, "annotation", ast.dump(node.annotation))] += 1
        expression_facts(node.value, head, facts)
    elif isinstance(node, ast.Return) and node.value is not None:
        facts.unique[(scope, "return")] += 1
        expression_facts(node.value, (scope, "return"), facts)
    else:
        facts.all[(scope, ast.dump(node))] += 1


def target_name(target, scope, facts):
    if not isinstance(target, ast.Name):
        return ast.dump(target)
    return facts.renamed.get((scope[0] if scope else "", target.id), target.id)


def is_display(node):
    """Items in brackets, of a subscript too: a line of the user's before a list makes one of it."""
    return isinstance(getattr(node, "slice", node), (ast.List, ast.Set, ast.Tuple))


def expression_facts(node, head, facts):
    if isinstance(node, ast.Call):
        # A call that is a statement is about its callee and what it is given by position.
        name = (*head, "call", ast.dump(node.func))
        placed = tuple(shape_of(item) for item in node.args)
        facts.all[(*name, placed)] += 1
        if is_spread(node):
            facts.spread.add(name)
        if head[-1] == "decorator":
            name = head  # What decorates may get another name, with all that it is given.
        if head[-1] == "expression":
            name = (*name, *placed)
        for item in node.args:
            facts.all[(*name, "argument", shape_of(item))] += 1
            if is_display(item):
                expression_facts(item, name, facts)
        for keyword in node.keywords:
            facts.all[(*name, keyword.arg, shape_of(keyword.value))] += 1
            if is_display(keyword.value):
                expression_facts(keyword.value, (*name, keyword.arg), facts)
    elif is_display(node):
        for item in getattr(node, "slice", node).elts:
            facts.all[(*head, "item", ast.dump(item))] += 1
            facts.unique[(*head, "item", ast.dump(item))] += 1
    elif isinstance(node, ast.Dict):
        for key, value in zip(node.keys, node.values, strict=True):
            name = ast.dump(key) if key else "**"
            facts.unique[(*head, "key", name)] += 1
            facts.all[(*head, "item", name, ast.dump(value))] += 1
    elif node is not None:
        facts.all[(*head, ast.dump(node))] += 1


def shape_of(node):
    if not is_display(node):
        return ast.dump(node)
    return f"{ast.dump(node.value)} []" if isinstance(node, ast.Subscript) else "[]"


def is_spread(node):
    lines = [argument.lineno for argument in node.args]
    return len(lines) > 1 and len(set(lines)) == len(lines)


@functools.lru_cache(maxsize=2000)
def known_facts(path, text, renamed):
    """Many cases share a base or a next."""
    return facts_of(path, text, dict(renamed))


def facts_of(path, text, renamed):
    facts = Facts()
    if path.endswith(".py"):
        python_facts(text, facts, renamed)
    elif path.endswith(".toml"):
        data_facts(tomllib.loads(text), (), facts)
    elif path.endswith(".yaml"):
        data_facts(yaml.load(text, UniqueLoader), (), facts)
    elif path.endswith(".json"):
        data_facts(json.loads(text, object_pairs_hook=unique_pairs), (), facts)
    elif path.endswith(".md"):
        markdown_facts(text, facts)
    else:
        env_facts(text, facts)
    return facts


def broken_law(base, mine, next_, result):
    spread = base.spread | mine.spread | next_.spread
    for fact in {*base.all, *mine.all, *next_.all, *result.all}:
        if fact[:-1] in spread:
            continue
        b, m, n, r = (facts.all[fact] for facts in (base, mine, next_, result))
        allowed = {m + n - b}
        if m > b and n > b:
            allowed |= set(range(max(m, n), m + n - b + 1))
        if m < b and n < b:
            allowed |= set(range(max(0, m + n - b), min(m, n) + 1))
        # An import that only the generator removed stays while the user's own code needs it.
        if "import" in fact and n < b and (fact[-1] or fact[-2]) in result.loaded:
            allowed.add(m)
        if r not in allowed:
            return f"{fact}: {b} {m} {n} -> {r}"
    for fact, count in result.unique.items():
        if count > max(mine.unique[fact], next_.unique[fact]):
            return f"more than once: {fact}"
    for path in {*mine.values, *next_.values}:
        b, m, n = (facts.values.get(path) for facts in (base, mine, next_))
        if b not in (m, n) and m != n:
            return f"both changed {path}"
    moved = moved_line(mine, next_, result)
    if moved:
        return moved
    lost = result.undefined - mine.undefined - next_.undefined
    return f"undefined: {sorted(lost)}" if lost else None


def plain(text):
    return text.replace("\r\n", "\n").removeprefix("\ufeff")


def judge(case):
    path = case["path"]
    texts = [plain(case[side]) for side in ("base", "mine", "next")]
    try:
        renamed = {}
        if path.endswith(".py"):
            trees = [parse(text) for text in texts]
            renamed = {**renames(trees[0], trees[1]), **renames(trees[0], trees[2])}
            renamed |= renamed_targets(trees[0], trees[1], renamed)
        names = frozenset(renamed.items())
        base, next_ = (known_facts(path, texts[at], names) for at in (0, 2))
        mine = facts_of(path, texts[1], renamed)
    except Exception as error:
        return "unreadable", str(error)
    if case["result"] is None:
        return "conflict", ""
    try:
        result = facts_of(path, plain(case["result"]), renamed)
    except Exception as error:
        return "WRONG", f"the result is broken: {error}"
    why = broken_law(base, mine, next_, result)
    return ("WRONG", why) if why else ("right", "")


for line in sys.stdin:
    case = json.loads(line)
    verdict, why = judge(case)
    print(json.dumps({"seed": case["seed"], "path": case["path"], "verdict": verdict, "why": why}))
