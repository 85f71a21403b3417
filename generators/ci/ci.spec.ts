import { defineGenerator, type Lookup } from '@hut/kit';
import { backingService, ciStep, secret, setting } from '@hut/render';
import { amendedBy, openTestProject, type TestProject } from '@hut/testing';
import { parse } from 'yaml';
import { lookup } from '../lookup.ts';

const WORKFLOW = '.github/workflows/ci.yml';
const GITLAB = '.gitlab-ci.yml';
const BOTH = { providers: ['github', 'gitlab'] };

interface Step {
  readonly name?: string;
  readonly run?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Job {
  readonly needs?: readonly string[];
  readonly services?: Readonly<Record<string, { image: string; ports: string[]; options: string }>>;
  readonly strategy?: { readonly matrix: { readonly python: readonly string[] } };
  readonly steps: readonly Step[];
}
interface Workflow {
  readonly permissions: unknown;
  readonly env: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}
interface GitlabJob {
  readonly script: readonly string[];
  readonly image?: string;
  readonly services?: readonly { readonly name: string; readonly alias: string }[];
}

/** Everything that a feature may say to CI. */
const demanding = defineGenerator({
  id: 'demanding',
  summary: 'What CI must do besides',
  feature: true,
  contribute: () => [
    ciStep('spelling', {
      name: 'Spelling: "all" of it',
      band: 'checks',
      needs: 'environment',
      run: ['uv run spell "a: #b"'],
    }),
    ciStep('smoke', {
      name: 'Smoke',
      band: 'delivery',
      needs: 'environment',
      run: ['uv run a', 'uv run b'],
    }),
    ciStep('image', {
      name: 'Image',
      band: 'delivery',
      needs: 'containers',
      run: ['docker build .'],
    }),
    setting('pond_url', 'str', { example: 'pond://x', doc: 'The pond' }),
    setting('lake_url', 'str | None', { default: 'None', example: '', doc: 'The lake' }),
    secret('pond_key', { doc: 'Opens the pond' }),
    ...['pond', 'lake'].map((name) =>
      backingService(name, {
        title: name,
        image: `${name}:1.2`,
        port: 7,
        environment: {},
        password: null,
        health: ['fish', 'swim'],
        volume: null,
        urls: [{ setting: `${name}_url`, scheme: name, user: null, path: '/1' }],
      }),
    ),
  ],
});
const withDemanding: Lookup = [...lookup, { definition: demanding, templates: {} }];

describe('ci', () => {
  let project: TestProject;
  beforeEach(() => (project = openTestProject(withDemanding)));
  afterEach(() => project.remove());
  const workflow = (): Workflow => parse(project.read(WORKFLOW)) as Workflow;
  const gitlab = (): Readonly<Record<string, GitlabJob>> =>
    parse(project.read(GITLAB)) as Readonly<Record<string, GitlabJob>>;
  const runsOf = (job: string): readonly string[] =>
    workflow().jobs[job]!.steps.flatMap(({ run }) => run?.trimEnd().split('\n') ?? []);

  it('runs the checks of the project, its migrations and its tests', async () => {
    await project.hut({ features: { ci: {} } });
    expect(runsOf('checks')).toEqual([
      'uv sync --locked',
      'uv run python -m ruff check .',
      'uv run python -m ruff format --check .',
      'uv run python -m mypy',
    ]);
    expect(runsOf('tests')).toEqual([
      'uv sync --locked',
      'uv run alembic upgrade head',
      'uv run alembic check',
      'uv run coverage run -m pytest -q',
      'uv run coverage report',
    ]);
    expect(Object.keys(workflow().jobs)).toEqual(['checks', 'tests', 'audit']);
  });

  it('may read, and nothing else; actions are commits', async () => {
    await project.hut({ features: { ci: {} } });
    expect(workflow().permissions).toEqual({ contents: 'read' });
    const steps = Object.values(workflow().jobs).flatMap((job) => job.steps);
    const used = steps.filter(({ uses }) => uses !== undefined);
    for (const { uses } of used) expect(uses).toMatch(/^[\w./-]+@[0-9a-f]{40}$/);
    const checkOuts = used.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    for (const step of checkOuts) expect(step.with).toEqual({ 'persist-credentials': false });
    expect(checkOuts).toHaveLength(3);
  });

  it('tests on each version of Python from the lowest that is supported', async () => {
    await project.hut({ features: { ci: BOTH }, splices: [{ set: ['python'], value: '3.13' }] });
    expect(workflow().jobs['tests']!.strategy!.matrix.python).toEqual(['3.13', '3.14']);
    expect(project.read(GITLAB)).toContain('      - PYTHON: ["3.13", "3.14"]\n');
  });

  it.each([
    ['postgresql', 'postgres:', '5432:5432'],
    ['mysql', 'mysql:', '3306:3306'],
  ])('has a server of %s for the tests', async (database, image, port) => {
    await project.hut({
      features: { ci: BOTH },
      splices: [{ set: ['database'], value: database }],
    });
    const server = workflow().jobs['tests']!.services![database]!;
    expect(server.image).toMatch(new RegExp(`^${image}\\d`));
    expect(server.ports).toEqual([port]);
    expect(server.options).toContain('--health-cmd "');
    expect(workflow().env['TEST_DATABASE_URL']).toMatch(/@localhost:\d+\/shop_test$/);
    const [beside] = gitlab()['tests']!.services!;
    expect(beside).toMatchObject({ name: server.image, alias: database });
    expect(project.read(GITLAB)).toContain(`@${database}:${port.split(':')[0]!}/shop_test"\n`);
  });

  it('has no server that the project can do without, and all that it can not start without', async () => {
    await project.hut({ features: { ci: {}, demanding: {} } });
    expect(Object.keys(workflow().jobs['tests']!.services!)).toEqual(['pond']);
    expect(workflow().env).toMatchObject({
      POND_URL: 'pond://localhost:7/1',
      POND_KEY: expect.stringMatching(/^.{32}$/) as string,
    });
  });

  it('runs what features bring, where it belongs', async () => {
    await project.hut({ features: { ci: BOTH, demanding: {} } });
    expect(runsOf('checks').at(-1)).toBe('uv run spell "a: #b"');
    expect(runsOf('delivery')).toEqual([
      'uv sync --locked',
      'uv run a',
      'uv run b',
      'docker build .',
    ]);
    expect(workflow().jobs['delivery']!.needs).toEqual(['checks', 'tests']);
    expect(gitlab()['containers']).toMatchObject({ script: ['docker build .'] });
    expect(gitlab()['delivery']!.script).toEqual(['uv sync --locked', 'uv run a', 'uv run b']);
  });

  it('runs the same on both', async () => {
    await project.hut({ features: { ci: BOTH, demanding: {} } });
    for (const job of ['checks', 'audit']) expect(gitlab()[job]!.script).toEqual(runsOf(job));
    expect(gitlab()['tests']!.script).toEqual([...runsOf('tests'), 'uv run coverage xml']);
  });

  it('asks for as much coverage as was said', async () => {
    await project.hut({ features: { ci: { coverage: 95 } } });
    expect(project.read('.coveragerc.toml')).toContain('fail_under = 95\n');
  });
});

describe('where the checks run', () => {
  const grow = (...lines: readonly string[]): Promise<string> => amendedBy(lookup, lines);
  const said = async (...lines: readonly string[]): Promise<unknown> =>
    (parse(await grow(...lines)) as { features?: object }).features;

  it('is GitHub unless somebody says otherwise', async () => {
    expect(await said('add ci')).toEqual({ ci: {} });
    expect(await said('add ci', 'add ci gitlab')).toEqual({ ci: BOTH });
  });

  it('is one more with each word, in any order, and one less', async () => {
    const gitlab = { ci: { providers: ['gitlab'] } };
    expect(await said('add ci gitlab')).toEqual(gitlab);
    expect(await said('add ci gitlab', 'add ci github')).toEqual({ ci: BOTH });
    expect(await said('add ci github', 'add ci gitlab')).toEqual({ ci: BOTH });
    expect(await said('add ci github,gitlab')).toEqual({ ci: BOTH });
    expect(await said('add ci github,gitlab', 'remove ci github')).toEqual(gitlab);
  });

  it('is nowhere when the last has gone, or without a word', async () => {
    const before = await grow();
    expect(await grow('add ci gitlab', 'remove ci gitlab')).toBe(before);
    expect(await grow('add ci github,gitlab', 'remove ci')).toBe(before);
  });

  it('keeps the coverage that was asked for', async () => {
    expect(await said('add ci --coverage 95', 'add ci gitlab')).toEqual({
      ci: { ...BOTH, coverage: 95 },
    });
  });

  it('is refused where nobody knows it, where it is not, and where it is said twice', async () => {
    const word = (hint: string) => ({ id: 'word', hint: expect.stringContaining(hint) as string });
    await expect(grow('add ci gitlub')).rejects.toMatchObject(word('Did you mean'));
    await expect(grow('add ci', 'remove ci gitlab')).rejects.toMatchObject(word('It is: github.'));
    await expect(grow('add ci github --providers gitlab')).rejects.toMatchObject(
      word('--providers'),
    );
  });
});
