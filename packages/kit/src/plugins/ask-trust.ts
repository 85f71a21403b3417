import { aborted } from '../ask-conflict.ts';
import type { Prompt } from '../prompt.ts';
import type { PluginPackage } from './plugin-package.ts';
import { trust, trustIn } from './trust.ts';

/**
 * Asks a person, once for each version, whether the code of a package may run; the answer is remembered unless told.
 * Throws HutError `aborted` on no.
 */
export function askTrustBy(
  prompt: Prompt,
  remember: (one: PluginPackage) => void = trust,
): (one: PluginPackage) => Promise<void> {
  return async (one) => {
    const state = trustIn(one);
    if (state === 'trusted') return;
    const why = state === 'changed' ? 'has changed since you trusted it' : 'is code of others';
    const message = `${one.name} ${one.version} ${why}, which runs with your rights (${one.folder}). Trust it?`;
    const { isTrusted } = await prompt([
      { type: 'confirm', name: 'isTrusted', message, default: false },
    ]);
    if (isTrusted !== true) throw aborted();
    remember(one);
  };
}
