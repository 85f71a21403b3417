import type { Blueprint } from '@hut/blueprint';
import { UV_VERSION } from '@hut/fastapi';
import type { Context } from '@hut/kit';
import {
  ciStep,
  docs,
  secret,
  storageKind,
  yamlText,
  type Assembled,
  type Contribution,
} from '@hut/render';
import { toCompose } from './compose.fastapi.ts';
import { toDevelopment } from './development.fastapi.ts';

/** The image, what runs with it, and the step of CI that builds it. */
export function contributeDocker({ blueprint, files }: Context): readonly Contribution[] {
  return [
    ciStep('image', {
      name: 'Build the image',
      band: 'delivery',
      needs: 'containers',
      run: [`docker build --tag ${imageName(blueprint)} .`],
    }),
    ...password(blueprint),
    docs('Containers', { band: 'operate', body: guide }),
    ...files('all', (assembled) => toView(blueprint, assembled)),
  ];
}

/** For a server that asks for one. */
function password({ database }: Blueprint): readonly Contribution[] {
  if (database === 'sqlite') return [];
  const doc = 'Password of the servers in compose.yaml: letters, digits, - and _';
  return [secret('services_password', { doc, isSetting: false })];
}

/** A project supports what is older, too; its image has the newest Python that its packages are made for. */
const pythons: Readonly<Record<string, string>> = { '3.14': '3.14.0' };
const newest = '3.13.7';

function toView(blueprint: Blueprint, assembled: Assembled): object {
  return {
    nameYaml: yamlText(imageName(blueprint)),
    uv: `ghcr.io/astral-sh/uv:${UV_VERSION}`,
    python: `python:${pythons[blueprint.python] ?? newest}-slim-bookworm`,
    keepsFiles: assembled.of(storageKind).length > 0,
    ...toCompose(assembled),
    development: toDevelopment(assembled),
  };
}

/** As Docker writes names. */
function imageName({ name }: Blueprint): string {
  return name.toLowerCase();
}

const guide = `\`Dockerfile\` makes an image of what is committed: \`uv.lock\` says which packages. With Docker Compose:

\`\`\`sh
docker compose up --build --watch                                     # for development: code is reloaded
docker compose --file compose.yaml up --build --detach --wait         # as in production
docker compose --file compose.yaml logs --follow
\`\`\`

\`compose.yaml\` has the servers that the application needs, a job that migrates the database before it starts,
and the application, at <http://127.0.0.1:8000/> (\`WEB_PORT\` says another port). Settings and passwords come from
\`.env\`; none is in the image, and of the files beside it the image has only what \`.dockerignore\` names.
\`compose.override.yaml\` is read for development alone. It opens the ports of the servers on this machine, with the
passwords that \`.env\` names: \`docker compose up --detach\` and a server's name is enough for the tests.`;
