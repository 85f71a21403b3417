import { HutError, type ExitCode } from '@hut/errors';
import type { Found } from '../lookup.ts';
import type { PluginPackage } from './plugin-package.ts';

type Call = (...args: readonly unknown[]) => unknown;

/** A generator of a package: it knows whose it is, and so does the message of whatever it throws. */
export function blameFailures({ definition, templates }: Found, one: PluginPackage): Found {
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
    throw toHutError(cause) ?? failed(one, part, cause);
  };
  return (...args) => {
    try {
      const result = call(...args);
      return result instanceof Promise ? result.catch(fail) : blamed(result, part, one);
    } catch (cause) {
      return fail(cause);
    }
  };
}

/** A refusal stays one: its class is that of another copy of the kit. */
function toHutError(cause: unknown): HutError | undefined {
  if (cause instanceof HutError) return cause;
  if (!(cause instanceof Error) || cause.name !== 'HutError') return undefined;
  const { id, hint, exitCode } = cause as Partial<HutError>;
  return new HutError({
    id: String(id),
    message: cause.message,
    hint: String(hint),
    exitCode: (exitCode ?? 3) as ExitCode,
    cause,
  });
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
