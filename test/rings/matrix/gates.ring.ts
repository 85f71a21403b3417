/** Some projects of the matrix, others with each commit, pass all that their own CI would run. */
import { matrix } from '../../matrix/matrix.ts';
import type { InstalledProject } from '../services/installed-project.ts';
import { projectChecks } from '../services/project-checks.ts';
import { chooseRows } from './choose-rows.ts';
import { openRowBench } from './row-bench.ts';

const bench = openRowBench();
afterAll(() => bench.close());

describe.each(chooseRows(matrix.rows.length))('project %i of the matrix', (row) => {
  let project: InstalledProject;
  beforeAll(async () => (project = await bench.open(row)));
  afterAll(() => project.close());

  it.each(projectChecks)('%s', (_, check) => check(project));
});
