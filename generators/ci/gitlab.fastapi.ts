import type { Blueprint } from '@hut/blueprint';
import {
  localEnvironment,
  yamlScalar,
  yamlText,
  type Assembled,
  type BackingService,
} from '@hut/render';
import { toPairLine } from './pair-line.ts';
import { DOCKER_IMAGE, UV_IMAGE } from './pins.ts';
import { toPipeline, type Step } from './pipeline.fastapi.ts';
import { toEnvironment, toServers } from './servers.fastapi.ts';

/** What the pipeline of GitLab prints. A server is reached there by its name. */
export function toGitlabView(blueprint: Blueprint, assembled: Assembled): object {
  const { python, pythons, ...jobs } = toPipeline(blueprint, assembled);
  const servers = toServers(assembled);
  const afterwards = [
    { name: 'delivery', head: [], script: toScript(jobs.delivery) },
    { name: 'containers', head: docker, script: toScript(jobs.containers) },
  ];
  return {
    image: UV_IMAGE,
    python: yamlText(python),
    pythons: `[${pythons.map(yamlText).join(', ')}]`,
    environment: toEnvironment(assembled, ({ name }) => name).map(toPairLine),
    services: servers.length === 0 ? [] : ['services:', ...servers.flatMap(toServerLines)],
    checks: toScript(jobs.checks),
    tests: toScript(jobs.tests),
    audit: toScript(jobs.audit),
    afterwards: afterwards.filter(({ script }) => script.length > 0),
  };
}

/** A daemon of its own, which is reached by TLS. */
const docker = [
  `image: ${DOCKER_IMAGE}`,
  `services: ["${DOCKER_IMAGE}-dind"]`,
  'cache: []',
  'variables:',
  '  DOCKER_CERT_PATH: /certs/client',
  '  DOCKER_HOST: "tcp://docker:2376"',
  '  DOCKER_TLS_CERTDIR: /certs',
  '  DOCKER_TLS_VERIFY: "1"',
];

function toScript(steps: readonly Step[]): readonly string[] {
  return steps.flatMap(({ run }) => run).map(yamlScalar);
}

function toServerLines(server: BackingService): readonly string[] {
  const told = Object.entries(localEnvironment(server)).map(toPairLine);
  return [
    `  - name: ${server.image}`,
    `    alias: ${server.name}`,
    ...(told.length === 0 ? [] : ['    variables:', ...told.map((line) => `      ${line}`)]),
  ];
}
