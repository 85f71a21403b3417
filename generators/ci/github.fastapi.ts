import { UV_VERSION } from '@hut/fastapi';
import type { Blueprint } from '@hut/blueprint';
import {
  localEnvironment,
  yamlScalar,
  yamlText,
  type Assembled,
  type BackingService,
} from '@hut/render';
import { toPairLine } from './pair-line.ts';
import { ACTIONS } from './pins.ts';
import { toPipeline, type Step } from './pipeline.fastapi.ts';
import { toEnvironment, toServers } from './servers.fastapi.ts';

/** What the workflow of GitHub prints. Docker is on every runner, so one job delivers. */
export function toGithubView(blueprint: Blueprint, assembled: Assembled): object {
  const { python, pythons, ...jobs } = toPipeline(blueprint, assembled);
  const withUv = (version: string, steps: readonly Step[]): readonly string[] =>
    steps.length === 0 ? [] : [...uvLines(version), ...steps.flatMap(toStepLines)];
  const delivery = [
    ...withUv(yamlText(python), jobs.delivery),
    ...jobs.containers.flatMap(toStepLines),
  ];
  return {
    environment: toEnvironment(assembled, () => 'localhost').map(toPairLine),
    pythons: `[${pythons.map(yamlText).join(', ')}]`,
    services: toServiceLines(toServers(assembled)),
    checks: [...checkOut, ...withUv(yamlText(python), jobs.checks)],
    tests: [...checkOut, ...withUv('${{ matrix.python }}', jobs.tests)],
    audit: [...checkOut, ...withUv(yamlText(python), jobs.audit)],
    delivery: [...checkOut, ...delivery],
    delivers: delivery.length > 0,
  };
}

/** Nothing that is run afterwards may write to the repository. */
const checkOut = [`- uses: ${ACTIONS.checkout}`, '  with:', '    persist-credentials: false'];

function uvLines(python: string): readonly string[] {
  return [
    `- uses: ${ACTIONS.setupUv}`,
    '  with:',
    `    version: ${yamlText(UV_VERSION)}`,
    `    python-version: ${python}`,
    '    enable-cache: true',
  ];
}

function toStepLines({ name, run }: Step): readonly string[] {
  const head = `- name: ${yamlScalar(name)}`;
  const [only = '', ...more] = run;
  if (more.length === 0) return [head, `  run: ${yamlScalar(only)}`];
  return [head, '  run: |', ...run.map((line) => `    ${line}`)];
}

function toServiceLines(servers: readonly BackingService[]): readonly string[] {
  if (servers.length === 0) return [];
  return ['services:', ...servers.flatMap(toServerLines).map((line) => `  ${line}`)];
}

/** Steps wait until each of them is healthy. */
function toServerLines(server: BackingService): readonly string[] {
  const { name, image, port, health } = server;
  const told = Object.entries(localEnvironment(server)).map(toPairLine);
  return [
    `${name}:`,
    `  image: ${image}`,
    ...(told.length === 0 ? [] : ['  env:', ...told.map((line) => `    ${line}`)]),
    `  ports: ["${String(port)}:${String(port)}"]`,
    '  options: >-',
    `    --health-cmd "${health.join(' ')}"`,
    '    --health-interval 5s --health-timeout 10s --health-retries 20',
  ];
}
