import type { FileWrite } from '@hut/commit';
import { toLocalEnv } from '../local-env.ts';
import type { Plan } from '../plan-run.ts';
import { diskWorkspace } from '../workspace.ts';

/** The `.env` that another generator wrote in this run, with the secrets that it lacks; null when none did. */
export function findEnvWrite({
  workspace,
  assembled,
}: Plan): (FileWrite & { readonly after: string }) | null {
  const [shared, disk] = [workspace, diskWorkspace(workspace.root)].map(({ read }) => read('.env'));
  if (typeof shared?.text !== 'string' || shared.text === disk?.text) return null;
  const after = toLocalEnv(shared.text, assembled) ?? shared.text;
  return { path: '.env', before: shared.sha, after, mode: 0o600, secret: true };
}
