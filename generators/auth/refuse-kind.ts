import { HutError } from '@hut/errors';
import type { Asked } from '@hut/kit';

/** The word says what the options say; it is there because people know it. Throws HutError `word`. */
export function refuseKind({ args: [kind = 'jwt'], values, written }: Asked): void {
  const { providers = written(['features', 'auth', 'providers']) ?? [] } = values;
  const hasProviders = (providers as readonly string[]).length > 0;
  if (kind === 'oauth' && !hasProviders)
    throw wrongKind(
      'oauth needs a provider',
      'Name them: --providers google,github; for hut build: --oauth-providers google,github',
    );
  if (kind !== 'oauth' && kind !== 'jwt')
    throw wrongKind(`There is no auth ${kind}`, 'Write jwt or oauth, or neither.');
}

function wrongKind(message: string, hint: string): HutError {
  return new HutError({ id: 'word', message, hint });
}
