import { defineGenerator } from '@hut/kit';
import { check } from '@hut/render';
import { openTestProject, type TestProject } from '@hut/testing';
import { parse } from 'yaml';
import { lookup } from '../lookup.ts';

const CONFIGURATION = '.pre-commit-config.yaml';
const files = [CONFIGURATION, '.vscode/extensions.json', '.vscode/settings.json'];
const wiring = ['README.md', 'hut.yaml', 'pyproject.toml'];

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly language: string;
  readonly pass_filenames?: boolean;
}

/** A check of somebody else, with words that mean something to shells and to YAML. */
const spelling = defineGenerator({
  id: 'spelling',
  summary: 'Spelling',
  feature: true,
  contribute: () => [
    check('spelling: all', { level: 'lint', program: 'spell', args: ['--not', 'a: #b', '.'] }),
  ],
});

describe('lint', () => {
  let project: TestProject;
  beforeEach(() => (project = openTestProject(lookup)));
  afterEach(() => project.remove());
  const hooks = (): readonly Hook[] =>
    (parse(project.read(CONFIGURATION)) as { repos: { hooks: Hook[] }[] }).repos[0]!.hooks;

  it('has a hook for each check that is quick, which mends where it can', async () => {
    await project.hut({ features: { lint: {} } });
    expect(hooks().map(({ id }) => id)).toEqual(
      expect.arrayContaining(['ruff-check', 'ruff-format', 'mypy', 'check-yaml', 'uv-lock']),
    );
    expect(hooks().map(({ id }) => id)).not.toContain('pytest');
    expect(hooks().find(({ id }) => id === 'ruff-check')).toMatchObject({
      entry: 'uv run python -m ruff check --fix --force-exclude',
    });
    expect(hooks().find(({ id }) => id === 'mypy')).toMatchObject({
      entry: 'uv run python -m mypy',
      pass_filenames: false,
    });
  });

  it('fetches nothing: each hook is a program of the project', async () => {
    await project.hut({ features: { lint: {} } });
    for (const { entry, language } of hooks()) {
      expect(language).toBe('system');
      expect(entry).toMatch(/^uv (run|lock) /);
    }
    expect(project.read('pyproject.toml')).toMatch(/"pre-commit>=.*",\n {4}"pre-commit-hooks>=/);
  });

  it('has the checks that other features bring', async () => {
    project.remove();
    project = openTestProject([...lookup, { definition: spelling, templates: {} }]);
    await project.hut({ features: { lint: {}, spelling: {} } });
    expect(hooks().find(({ id }) => id === 'spelling:-all')).toMatchObject({
      entry: "uv run spell --not 'a: #b' .",
      pass_filenames: false,
    });
  });

  it('gives the same bytes whether it was there at first or came later', async () => {
    await project.hut({ features: { lint: {} } });
    const atOnce = [...files, ...wiring].map(project.read);
    project.remove();
    project = openTestProject(lookup);
    await project.hut();
    await project.hut({ features: { lint: {} } });
    expect([...files, ...wiring].map(project.read)).toEqual(atOnce);
  });
});
