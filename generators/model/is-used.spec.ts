import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { diskWorkspace, readProject, recordPathOf } from '@hut/kit';
import { openTestProject, type TestProject } from '@hut/testing';
import { lookup } from '../lookup.ts';
import { generator } from './model.ts';

const first = 'migrations/versions/0001_initial.py';
const second = 'migrations/versions/0002_add_tag.py';
const added = (name: string) => ({
  set: ['entities', name],
  value: { fields: { title: 'string' } },
});

describe('a migration', () => {
  let project: TestProject;
  beforeEach(async () => {
    project = openTestProject(lookup);
    await project.hut({ splices: [added('Article')] });
    await project.hut({ splices: [added('Tag')] });
  });
  afterEach(() => project.remove());

  const isUsed = (path: string): boolean =>
    generator.isUsed!(path, readProject(diskWorkspace(project.root)));

  it('is not used at the head, as it was made, with a database file that is not there', () => {
    expect(isUsed(second)).toBe(false);
  });

  it('is used by the one that comes after it', () => {
    expect(isUsed(first)).toBe(true);
  });

  it('is used by its owner who edited it', () => {
    project.edit(second, 'Add tag.', 'Add the tag.');
    expect(isUsed(second)).toBe(true);
  });

  it('is not what another generator made', () => {
    expect(isUsed('notes/of-another.md')).toBe(false);
  });

  it('is used when nobody knows how it was made', () => {
    const record = recordPathOf(second);
    project.write(record, project.read(record).slice(0, -20));
    expect(isUsed(second)).toBe(true);
  });

  it.each([
    ['DATABASE_URL=sqlite+aiosqlite:///./other.db', false],
    ['DATABASE_URL="sqlite+aiosqlite:////nowhere/at/all.db?timeout=5"', false],
    ['DATABASE_URL=sqlite+aiosqlite:///./there.db', true],
    ['DATABASE_URL=postgresql+asyncpg://localhost:1/shop', true],
  ])('with %s in .env, where nothing can be asked: %s', (line, used) => {
    project.write('there.db', '');
    project.write('.env', `${line}\n`);
    expect(isUsed(second)).toBe(used);
  });

  it('is used when the tool of the project cannot tell', () => {
    project.write('shop.db', '');
    mkdirSync(join(project.root, '.venv/bin'), { recursive: true });
    const broken = '#!/bin/sh\necho "Can not locate revision" >&2\nexit 255\n';
    writeFileSync(join(project.root, '.venv/bin/alembic'), broken, { mode: 0o755 });
    expect(isUsed(second)).toBe(true);
  });
});
