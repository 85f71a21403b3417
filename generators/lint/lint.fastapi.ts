import type { Context } from '@hut/kit';
import {
  checkKind,
  ciStep,
  dependency,
  docs,
  nextStep,
  shellText,
  yamlScalar,
  type Assembled,
  type Check,
  type Contribution,
} from '@hut/render';

/** pre-commit with a hook for each check of the project that is quick enough, and what editors read. */
export function contributeHooks({ files }: Context): readonly Contribution[] {
  return [
    dependency('pre-commit', '>=4.2', { group: 'dev' }),
    dependency('pre-commit-hooks', '>=6.0', { group: 'dev' }),
    ciStep('hooks', {
      name: 'Look at files as the hooks of commits do',
      band: 'checks',
      needs: 'environment',
      run: ['uv run pre-commit run --all-files --hook-stage manual'],
    }),
    docs('Commits', { band: 'operate', body: guide }),
    nextStep('3-hooks', { command: 'pre-commit install', why: 'check each commit' }),
    ...files('all', toHooks),
  ];
}

/** Compiling is what ruff does anyway, and tests are for a person to run, or a server. */
function toHooks(assembled: Assembled): object {
  const checks = assembled.of(checkKind);
  return { hooks: checks.filter(({ level }) => level === 'lint' || level === 'types').map(toHook) };
}

function toHook({ id, program, args, mend }: Check): object {
  const words = ['uv', 'run', program, ...(mend ?? args)].map(shellText);
  return {
    id: yamlScalar(id.replaceAll(' ', '-')),
    name: yamlScalar(id),
    entry: yamlScalar(words.join(' ')),
    isMending: mend !== null,
  };
}

const guide = `\`.pre-commit-config.yaml\` checks what is committed, once git knows of it, and mends what can be mended:

\`\`\`sh
uv run pre-commit install
uv run pre-commit run --all-files
\`\`\`

Its hooks are the tools of this project, in the versions of \`uv.lock\`: nothing else is fetched. \`.vscode\`
has an editor use the same ones.`;
