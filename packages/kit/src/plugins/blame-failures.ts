import { HutError } from '@hut/errors';
import type { Found } from '../lookup.ts';
import type { PluginPackage } from './plugin-package.ts';
import { findMisfitInResult } from './find-misfit-in-result.ts';
import { requireDefinition } from './require-definition.ts';

type Call = (...args: readonly unknown[]) => unknown;

/**
 * A generator of a package: it knows whose it is, and so does the message of whatever it throws. Throws what
 * `requireDefinition` throws.
 */
export function blameFailures({ definition, templates }: Found, one: PluginPackage): Found {
  requireDefinition({ definition, templates }, one);
  const blame = <Value>(value: Value, part: string): Value => blamed(value, part, one);
  return {
    definition: blame(definition, ''),
    templates: blame(templates, 'template '),
    from: { name: one.name, version: one.version },
  };
}

/** The same value, in which each function, at any depth and of what they return, names the package when it throws. */
function blamed<Value>(value: Value, part: string, one: PluginPackage): Value {
  if (typeof value === 'function') return blamedCall(value as unknown as Call, part, one) as Value;
  if (Array.isArray(value)) return value.map((item: unknown) => blamed(item, part, one)) as Value;
  if (!isPlain(value)) return value;
  const entries = Object.entries(value).map(([key, inner]) => {
    const named = part === '' || part.endsWith(' ') ? `${part}${key}` : `${part}.${key}`;
    return [key, blamed(inner as unknown, named, one)];
  });
  return Object.fromEntries(entries) as Value;
}

/** Data; what has a class of its own is left alone. */
function isPlain(value: unknown): value is object {
  return (
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  );
}

function blamedCall(call: Call, part: string, one: PluginPackage): Call {
  const fail = (cause: unknown): never => {
    // A refusal stays one.
    throw cause instanceof HutError ? cause : failed(one, part, cause);
  };
  return (...args) => {
    try {
      const result = call(...args);
      const misfit = findMisfitInResult(part, result);
      if (misfit !== undefined) throw new TypeError(misfit);
      return result instanceof Promise ? result.catch(fail) : blamed(result, part, one);
    } catch (cause) {
      return fail(cause);
    }
  };
}

function failed({ name, version }: PluginPackage, part: string, cause: unknown): HutError {
  const message = cause instanceof Error ? cause.message : String(cause);
  return new HutError({
    id: 'plugin-failed',
    message: `${name} ${version} failed in ${part}: ${message}`,
    hint: 'Nothing was written. --verbose shows where; tell its author.',
    cause,
  });
}
