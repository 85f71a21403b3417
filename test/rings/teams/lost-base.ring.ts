/** What was rendered last is lost or damaged: then nothing is guessed, and no edit of a person is lost. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { basePathOf, planRun, readBlueprint, renderProject, type Workspace } from '@hut/kit';
import { lookup } from '../../../generators/lookup.ts';

const version = '0.1.0';
const root = mkdtempSync(join(tmpdir(), 'hut-lost-base-'));
afterAll(() => rmSync(root, { recursive: true }));

const hutYaml = (fields: string, more = ''): string =>
  `hut: 1\ngenerator: ${version}\nname: shop\npython: "3.11"\ntarget: fastapi\narchitecture: layered\ndatabase: sqlite\nids: uuid\nentities:\n  Article:\n    fields: { ${fields} }\n    layers: endpoint\n${more}`;
const before = hutYaml('body: text, title: "string:120"');
const after = hutYaml(
  'body: text, headline: "string:80:index", views: int',
  '  Tag:\n    fields: { name: string }\n    layers: endpoint\n',
);

function rendered(text: string): ReadonlyMap<string, string> {
  const { tree } = renderProject(readBlueprint(text, { lookup, version }), lookup);
  return new Map([...tree].map(([path, file]) => [path, file.text]));
}

const last = rendered(before);
const next = rendered(after);
const paths = [...last.keys()].filter((path) => last.get(path)!.split('\n').length > 3);
/** Files that the command changes come up as often as the many that it leaves. */
const changed = paths.filter((path) => next.has(path) && next.get(path) !== last.get(path));

/** One edit of a person: a line more, a line in other words, a line less. */
interface Edit {
  readonly kind: 'insert' | 'replace' | 'delete';
  readonly at: number;
}

const OWN = '# of the team';

function edited(text: string, { kind, at }: Edit): string {
  const lines = text.split('\n');
  const place = at % (lines.length - 1);
  const line = kind === 'delete' ? [] : [OWN];
  return lines.toSpliced(place, kind === 'insert' ? 0 : 1, ...line).join('\n');
}

type Damage = (base: string, at: number) => string | null;

const cut = (base: string, at: number): readonly string[] => {
  const lines = base.split('\n');
  return lines.slice(0, at % lines.length);
};

const damages: Readonly<Record<string, Damage>> = {
  missing: () => null,
  emptied: () => '',
  'with markers': (base, at) => {
    const lines = base.split('\n');
    const place = at % lines.length;
    return lines
      .toSpliced(place, 1, '<<<<<<< HEAD', lines[place]!, '=======', 'other', '>>>>>>> branch')
      .join('\n');
  },
};

/** Where the base holds less or other than was rendered, the difference counts as the user's: no edit may go. */
const others: Readonly<Record<string, Damage>> = {
  'cut short after a line': (base, at) =>
    cut(base, at)
      .map((line) => `${line}\n`)
      .join(''),
  'cut short in a line': (base, at) => base.slice(0, (at * 7) % base.length),
  'of another version': (base, at) =>
    base
      .split('\n')
      .map((line, index) => ((index + at) % 5 === 0 ? `${line}  # as it was` : line))
      .join('\n'),
};

/** A project of these files. */
function workspaceOf(files: ReadonlyMap<string, string | null>): Workspace {
  const there = [...files].filter(([, text]) => text !== null).map(([path]) => path);
  return {
    root,
    seen: () => new Map(),
    read: (path) => {
      const text = files.get(path) ?? null;
      return text === null ? null : { text, sha: 'any' };
    },
    list: (folder) => there.filter((path) => path.startsWith(`${folder}/`)).sort(),
  };
}

interface Case {
  readonly path: string;
  readonly mine: string;
  readonly bases: ReadonlyMap<string, string | null>;
}

/** The edited file after the command; null when a person is asked. */
function textAfter({ path, mine, bases }: Case): string | null {
  const files = new Map<string, string | null>([...last, ['hut.yaml', before], [path, mine]]);
  for (const [key, text] of [...last, ['hut.yaml', before] as const])
    files.set(basePathOf(key), text);
  for (const [key, text] of bases) files.set(basePathOf(key), text);
  const workspace = workspaceOf(files);
  const plan = planRun({ workspace, lookup, version, hutYaml: { before, after } });
  const change = plan.changes.find((one) => one.path === path)!;
  if (change.action === 'conflict') return null;
  return change.action === 'keep' ? mine : change.action === 'delete' ? '' : change.text;
}

const counts = { asked: 0, right: 0 };
afterAll(() =>
  process.stdout.write(`base lost: ${counts.asked} asked, ${counts.right} as with a base\n`),
);

/** With a damaged base the file becomes what it would have become with the right one, or a person is asked. */
function isRight(found: Case): boolean {
  const text = textAfter(found);
  counts[text === null ? 'asked' : 'right'] += 1;
  if (text === null) return true;
  const right = textAfter({ ...found, bases: new Map() });
  // Where the right base leads to a question: a file that does not parse, for one.
  if (right === null) return !found.mine.includes(OWN) || text.includes(OWN);
  return linesOf(text) === linesOf(right);
}

/** Blank lines say nothing. */
function linesOf(text: string): string {
  return text.replace(/^\s*\n/gm, '');
}

const cases = fc.record({
  path: fc.oneof(fc.constantFrom(...changed), fc.constantFrom(...paths)),
  edit: fc.record({
    kind: fc.constantFrom<Edit['kind']>('insert', 'replace', 'delete'),
    at: fc.nat(400),
  }),
  at: fc.nat(400),
});

describe('a base that is', () => {
  it.each(Object.entries(damages))('%s loses no edit, and guesses nothing', (_, damage) => {
    fc.assert(
      fc.property(cases, ({ path, edit, at }) => {
        const base = last.get(path)!;
        const bases = new Map([[path, damage(base, at)]]);
        expect(isRight({ path, mine: edited(base, edit), bases })).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it.each(Object.entries(others))('%s loses no edit', (_, damage) => {
    fc.assert(
      fc.property(cases, ({ path, edit, at }) => {
        const base = last.get(path)!;
        const bases = new Map([[path, damage(base, at)]]);
        const text = textAfter({ path, mine: edited(base, edit), bases });
        const isLost = edit.kind !== 'delete' && text?.split('\n').includes(OWN) === false;
        expect(isLost).toBe(false);
      }),
      { numRuns: 40 },
    );
  });

  it('wholly missing loses no edit, and guesses nothing', () => {
    const bases = new Map([...last.keys(), 'hut.yaml'].map((path) => [path, null] as const));
    fc.assert(
      fc.property(cases, ({ path, edit }) => {
        const mine = edited(last.get(path)!, edit);
        expect(isRight({ path, mine, bases })).toBe(true);
      }),
      { numRuns: 20 },
    );
  });
});
