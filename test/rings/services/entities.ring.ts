/**
 * Entities that a careless template breaks on, on each database: names that hide what the code uses, names of fifty
 * letters, tight bounds, texts of any length; every layer as the highest one, with both kinds of ids; routes that need
 * a login, in every way.
 */
import { readFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installProject, type InstalledProject } from './installed-project.ts';
import { projectChecks } from './project-checks.ts';

const folder = join(import.meta.dirname, 'entities');
const wanted = [
  { database: 'sqlite', name: 'hostile', ids: 'uuid' },
  { database: 'postgresql', name: 'hostile', ids: 'uuid' },
  { database: 'mysql', name: 'hostile', ids: 'uuid' },
  { database: 'sqlite', name: 'layers', ids: 'uuid' },
  { database: 'sqlite', name: 'accounts', ids: 'uuid' },
  { database: 'sqlite', name: 'guarded', ids: 'int' },
  { database: 'mysql', name: 'guarded', ids: 'uuid' },
];

describe.each(wanted)('the entities of $name with $ids ids on $database', (want) => {
  const scratch = mkdtempSync(join(tmpdir(), 'hut-entities-'));
  let project: InstalledProject;
  beforeAll(async () => {
    const from = join(scratch, 'hut.yaml');
    const text = readFileSync(join(folder, `${want.name}.hut.yaml`), 'utf8');
    writeFileSync(from, `${text}ids: ${want.ids}\n`);
    project = await installProject({ database: want.database, from });
  });
  afterAll(async () => {
    await project.close();
    rmSync(scratch, { recursive: true, force: true });
  });

  it.each(projectChecks)('%s', (_, check) => check(project));
});
