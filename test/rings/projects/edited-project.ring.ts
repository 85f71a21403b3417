/** An edit in each generated file survives a re-run and a changed option, or is named as a conflict and nothing is written. */
import { readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Splice } from '@hut/blueprint';
import { readBase, diskWorkspace } from '@hut/kit';
import { openTestProject, type TestProject } from '@hut/testing';
import { lookup } from '../../../generators/lookup.ts';

const mark = 'edited-by-the-user';
const changed: readonly Splice[] = [
  { set: ['python'], value: '3.13' },
  { set: ['description'], value: 'Another shop' },
];

/** A line of the user's that is legal in a file of this kind. */
function ownLine(path: string): string {
  if (/\.(html|md)$/.test(path)) return `<!-- ${mark} -->`;
  return extname(path) === '.mako' ? `## ${mark}` : `# ${mark}`;
}

function insertLine(text: string, place: number, line: string): string {
  const lines = text.split('\n');
  lines.splice(Math.floor((lines.length - 1) * place), 0, line);
  return lines.join('\n');
}

async function openBuilt(): Promise<TestProject> {
  const project = openTestProject(lookup);
  await project.hut();
  return project;
}

const seen = await openBuilt();
const rendered = [...readBase(diskWorkspace(seen.root)).keys()];
seen.remove();

describe('an edit at the top, in the middle and at the end of', () => {
  const conflicts: string[] = [];
  afterAll(() =>
    process.stdout.write(
      `needless conflicts of an added comment line: ${conflicts.length} ${conflicts.join(' ')}\n`,
    ),
  );

  it.each(rendered)('%s is still there, or the file is named', async (path) => {
    for (const place of [0, 0.5, 1]) {
      const project = await openBuilt();
      project.write(path, insertLine(project.read(path), place, ownLine(path)));
      await project.hut();
      expect(project.read(path)).toContain(mark);
      const before = project.read(path);
      const refusal = await project.hut({ splices: changed }).then(
        () => null,
        (error: Error) => error,
      );
      expect(project.read(path)).toContain(mark);
      if (refusal !== null) {
        conflicts.push(`${path}@${place}`);
        expect(refusal).toMatchObject({ id: 'conflict', exitCode: 2 });
        expect(refusal.message).toContain(path);
        expect(project.read(path)).toBe(before);
      }
      project.remove();
    }
  });
});

describe('a project that got an option later', () => {
  it('has the bytes of one that was built with it, and going back gives the old ones', async () => {
    const [later, direct, plain] = [await openBuilt(), openTestProject(lookup), await openBuilt()];
    await direct.hut({ splices: changed });
    await later.hut({ splices: changed });
    const bytes = ({ root, read }: TestProject): readonly string[] =>
      rendered.map((path) => `${root.slice(-4)} ${path} ${read(path)}`);
    expect(bytes(later)).toEqual(bytes(direct));
    await later.hut({
      splices: [
        { set: ['python'], value: '3.11' },
        { set: ['description'], value: '' },
      ],
    });
    expect(bytes(later)).toEqual(bytes(plain));
    expect(readdirSync(join(later.root, '.hut')).sort()).toEqual(['base', 'runs']);
    for (const project of [later, direct, plain]) project.remove();
  });
});
