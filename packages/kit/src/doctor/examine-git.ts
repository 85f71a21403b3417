import type { ToolCall, ToolEnd } from '../call-tool.ts';
import { well, wrong, type Finding } from './finding.ts';

type Call = (call: ToolCall) => Promise<ToolEnd>;

/** What git would keep and must not, or leave out and must not. Nothing where there is no repository. */
export async function examineGit(call: Call): Promise<readonly Finding[]> {
  const inside = await call({ program: 'git', args: ['rev-parse', '--is-inside-work-tree'] });
  if (inside.status !== 0) return [];
  return [await examineIgnored(call), await examineSecrets(call)];
}

/** What a clone must have. */
const kept = ['.hut/base/hut.yaml', '.hut/made/any'];

/** The last lines of .gitignore decide, whoever ignores more before them. */
const reveal =
  "printf '%s\\n' '!.hut/' '.hut/*' '!.hut/base/' '!.hut/made/' '!.hut/base/**' '!.hut/made/**' >> .gitignore";

async function examineIgnored(call: Call): Promise<Finding> {
  const args = ['check-ignore', '--no-index', ...kept];
  const { status } = await call({ program: 'git', args });
  if (status !== 0) return well('gitignore', '.gitignore', 'git keeps .hut/base');
  const what = 'git leaves out .hut/base or .hut/made, which every clone needs';
  return wrong('gitignore', { where: '.gitignore', what, fix: reveal });
}

async function examineSecrets(call: Call): Promise<Finding> {
  const { status } = await call({ program: 'git', args: ['ls-files', '--error-unmatch', '.env'] });
  if (status !== 0) return well('env-tracked', '.env', 'not in git');
  return wrong('env-tracked', {
    where: '.env',
    what: 'is in git, secrets and all: who had it may have them',
    fix: 'git rm --cached .env',
  });
}
