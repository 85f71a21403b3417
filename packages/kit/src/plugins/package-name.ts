import { HutError } from '@hut/errors';

/** What a package of generators is called, and the one generator that it starts with. */
export interface PackageName {
  /** `generator-hut-cache`, `@acme/generator-hut-cache`. */
  readonly name: string;
  /** `cache`. */
  readonly id: string;
  /** What `yo` calls it: `hut-cache`, `@acme/hut-cache`. */
  readonly namespace: string;
}

/** Longer ones make lines that no formatter would leave alone. */
const longest = 30;

/**
 * The name that a person means: with or without `generator-hut-`, with or without a scope (`@acme/cache`). Throws
 * HutError `plugin-name` for one that npm or hut does not take.
 */
export function parsePackageName(word: string): PackageName {
  const [, scope = '', id = ''] = /^(@[^/]+\/)?(?:generator-hut-)?([^/]*)$/u.exec(word) ?? [];
  if (scope !== '' && !/^@[a-z0-9][a-z0-9._-]*\/$/u.test(scope)) throw wrong(word);
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u.test(id) || id.length > longest) throw wrong(word);
  return { name: `${scope}generator-hut-${id}`, id, namespace: `${scope}hut-${id}` };
}

function wrong(word: string): HutError {
  return new HutError({
    id: 'plugin-name',
    message: `"${word}" can be no package of generators`,
    hint: `Small letters, digits and single dashes, ${String(longest)} characters at most: hut plugin create rate-card, or @acme/rate-card.`,
  });
}
