import type { Context } from '@hut/kit';
import { dependency, docs, ignore, type Contribution } from '@hut/render';
import { toGithubView } from './github.fastapi.ts';
import { toGitlabView } from './gitlab.fastapi.ts';

/** How the tests are measured, and a pipeline for each provider. */
export function contributeCi(context: Context): readonly Contribution[] {
  const { blueprint, options, files } = context;
  const providers = options['providers'] as readonly string[];
  const contributions: Readonly<Record<string, () => readonly Contribution[]>> = {
    github: () => files('github', (assembled) => toGithubView(blueprint, assembled)),
    // uv keeps its packages in the project, from where GitLab stores them.
    gitlab: () => [
      ignore('.uv-cache/'),
      ignore('coverage.xml'),
      ...files('gitlab', (assembled) => toGitlabView(blueprint, assembled)),
    ],
  };
  return [
    // Those before do not read .coveragerc.toml.
    dependency('coverage', '>=7.13', { group: 'dev' }),
    ignore('audit.txt'),
    docs('Continuous integration', { band: 'operate', body: guide }),
    ...files('all', () => ({ coverage: String(options['coverage']) })),
    ...providers.flatMap((provider) => contributions[provider]!()),
  ];
}

const guide = `Every change is checked: lint and types, migrations and tests on each Python that is supported and on a real
server of each sort that the application needs, coverage, and known holes in packages. \`uv.lock\` must be
committed. What is too low a coverage stands in \`.coveragerc.toml\`, and is seen by:

\`\`\`sh
uv run coverage run -m pytest && uv run coverage report
\`\`\``;
