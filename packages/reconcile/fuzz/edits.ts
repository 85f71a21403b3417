import type { Chance } from './random.ts';

/** Something that a user does to the lines of a file. */
type Edit = (lines: string[], chance: Chance, path: string) => void;

const IDS = [
  'articles',
  'audit',
  'auth',
  'cache',
  'mail',
  'metrics',
  'mine',
  'other',
  'search',
  'tags',
  'webhooks',
];

const POOLS: Readonly<Record<string, readonly ((id: string) => string)[]>> = {
  'app/main.py': [
    (id) => `from app.api import ${id}`,
    (id) => `from app.core.${id} import open_${id}`,
    (id) => `    app.include_router(${id}.router)`,
    (id) => `    app.include_router(${id}.router, prefix="/${id}")`,
    (id) => `    open_${id},`,
    (id) => `    app.state.${id} = "${id}"`,
    (id) => `        app.state.${id} = settings`,
    (id) => `        debug=${id === 'mine' ? 'True' : 'False'},`,
    (id) => `\n\ndef ${id}_page(app: FastAPI) -> str:\n    return "${id}"`,
    (id) => `    ${id} = settings.title`,
    (id) => `    print(settings, "${id}")`,
  ],
  'app/settings.py': [
    (id) => `    ${id}_value: int = 7`,
    (id) => `    ${id}_value: str | None = None`,
    (id) => `    ${id}_size: int = 20`,
    (id) => `\n    def ${id}(self) -> str:\n        return "${id}"`,
    (id) =>
      `\n    @property\n    def has_${id}(self) -> bool:\n        return bool(self.${id}_value)`,
    (id) => `from app.${id} import ${id}`,
    (id) => `        print("${id}")`,
  ],
  'app/models/__init__.py': [
    (id) => `from app.models.${id} import ${id[0]!.toUpperCase()}${id.slice(1)}`,
    (id) => `from app.${id} import ${id}`,
    (id) => `${id.toUpperCase()} = 1`,
  ],
  'pyproject.toml': [
    (id) => `    "${id}-kit>=3",`,
    (id) => `    "${id}-kit>=1",`,
    (id) => `\n[tool.${id}]\nenabled = false`,
    (id) => `${id} = true`,
  ],
  'compose.yaml': [
    (id) => `  ${id}:\n    image: ${id}:9`,
    (id) => `      ${id.toUpperCase()}_VALUE: "${id}"`,
    (id) => `      ${id.toUpperCase()}_SIZE: "7"`,
    (id) => `      - ${id}`,
    (id) => `    ${id}: true`,
  ],
  '.env.example': [
    (id) => `${id.toUpperCase()}_VALUE=`,
    (id) => `${id.toUpperCase()}_VALUE=7`,
    (id) => `${id.toUpperCase()}_SIZE=1`,
  ],
  'package.json': [
    (id) => `    "${id}": "run ${id}",`,
    (id) => `    "${id}-client": "^7",`,
    (id) => `  "${id}": true,`,
  ],
  'README.md': [
    (id) => `- \`app/${id}\`: ours`,
    (id) => `| \`/${id}\` | Ours |`,
    (id) => `\n## About ${id}\n\nOurs.`,
    (id) => `\n### More ${id}\n\nOurs.`,
    (id) => `uv run ${id}`,
    (id) => `A sentence about ${id}.`,
  ],
};

const COMMENT: Readonly<Record<string, (indent: string, word: string) => string>> = {
  'package.json': (indent, word) => `${indent}"//${word}": "note",`,
  'README.md': (_, word) => `<!-- ${word} -->`,
};

const insert: Edit = (lines, chance, path) => {
  const text = chance.pick(POOLS[path]!)(chance.pick(IDS)).split('\n');
  const wanted = text.find((line) => line !== '')!.search(/\S/);
  const places = lines.flatMap((line, index) =>
    line.search(/\S/) === wanted ? [index, index + 1] : [],
  );
  lines.splice(places.length > 0 ? chance.pick(places) : lines.length, 0, ...text);
};

const modify: Edit = (lines, chance) => {
  const index = chance.below(lines.length);
  const line = lines[index]!;
  const change = chance.pick([
    () => line.replace(/\d+/, (number) => String(Number(number) + 1 + chance.below(3))),
    () => line.replace(/"([^"]+)"/, (_, word: string) => `"${word}-x"`),
    () => line.replace(/\btrue\b|\bfalse\b/, (word) => (word === 'true' ? 'false' : 'true')),
    () => line.replace(/\bTrue\b|\bFalse\b/, (word) => (word === 'True' ? 'False' : 'True')),
    () => line.replace(/\)$/, ', tags=["mine"])'),
    () => line.replace(/\]$/, ', "mine"]'),
  ]);
  lines[index] = change();
};

/** A head does not go without its body: that would be another program. */
const HEAD = /^\s*(?:async |def |class )/;

const remove: Edit = (lines, chance) => {
  const index = chance.below(lines.length);
  const count = chance.happens(0.2) ? 2 : 1;
  if (!lines.slice(index, index + count).some((line) => HEAD.test(line)))
    lines.splice(index, count);
};

const reorder: Edit = (lines, chance) => {
  const places = lines.flatMap((line, index) => {
    const after = lines[index + 1];
    const same =
      after !== undefined && after.search(/\S/) === line.search(/\S/) && line.trim() !== '';
    return same ? [index] : [];
  });
  if (places.length === 0) return;
  const at = chance.pick(places);
  [lines[at], lines[at + 1]] = [lines[at + 1]!, lines[at]!];
};

const wrap: Edit = (lines, chance, path) => {
  const index = chance.below(lines.length);
  const line = lines[index]!;
  const indent = /^\s*/.exec(line)![0];
  if (!path.endsWith('.py')) {
    lines[index] = line.replace(/\[(.+)\]$/, (_, items: string) => {
      const parts = items.split(', ').map((item) => `${indent}    ${item},\n`);
      return path.endsWith('.toml') ? `[\n${parts.join('')}${indent}]` : `[${items}]`;
    });
    return;
  }
  if (!/^\s+\S.*\)$/.test(line)) return;
  const head = chance.pick(['if settings:', 'with open("x"):', 'try:']);
  const tail = head === 'try:' ? [`${indent}finally:`, `${indent}    print("done")`] : [];
  lines.splice(index, 1, indent + head, `    ${line}`, ...tail);
};

const comment: Edit = (lines, chance, path) => {
  const index = chance.below(lines.length);
  const indent = /^\s*/.exec(lines[index]!)![0];
  const word = `note${chance.below(1000)}`;
  if (chance.happens(0.3) && !(path in COMMENT) && !HEAD.test(lines[index]!))
    lines[index] = `${indent}# ${lines[index]!.trim()}`;
  else lines.splice(index, 0, COMMENT[path]?.(indent, word) ?? `${indent}# ${word}`);
};

/** Nobody renames these. */
const KEYWORDS = new Set(
  'async await class else except finally from import lambda pass raise return with yield'.split(
    ' ',
  ),
);

const rename: Edit = (lines, chance) => {
  const found = lines.join('\n').match(/\b[a-z_]{4,}\b/g) ?? [];
  const words = [...new Set(found)].filter((word) => !KEYWORDS.has(word));
  if (words.length === 0) return;
  const word = chance.pick(words);
  const pattern = new RegExp(`\\b${word}\\b`, 'g');
  const once = chance.happens(0.3);
  const hit = lines.findIndex((line) => pattern.test(line));
  lines.forEach((line, index) => {
    if (!once || index === hit) lines[index] = line.replace(pattern, `${word}_x`);
  });
};

const respell: Edit = (lines, chance) => {
  const index = chance.below(lines.length);
  lines[index] = lines[index]!.replace(/"(\w*)"/g, "'$1'");
};

const blank: Edit = (lines, chance) => {
  lines.splice(chance.below(lines.length), 0, '');
};

const EDITS: readonly Edit[] = [
  insert,
  insert,
  insert,
  insert,
  modify,
  modify,
  remove,
  remove,
  reorder,
  wrap,
  comment,
  rename,
  respell,
  blank,
];

/** What a user makes of a file: one to four edits, and sometimes other line ends or no final newline. */
export function editByChance(lines: readonly string[], path: string, chance: Chance): string {
  const edited = lines.flatMap((line) => line.split('\n'));
  const count = 1 + chance.below(4);
  for (let round = 0; round < count && edited.length > 0; round++) {
    chance.pick(EDITS)(edited, chance, path);
  }
  const text = edited.join('\n');
  const end = chance.happens(0.05) ? '' : '\n';
  return chance.happens(0.06) ? (text + end).replaceAll('\n', '\r\n') : text + end;
}
