import { HutError } from '@hut/errors';
import { findMisfit, type Form, type FormOf } from '@hut/render';
import type { Definition } from '../define-generator.ts';
import type { Found } from '../lookup.ts';
import { VERBS } from '../verb.ts';
import type { PluginPackage } from './plugin-package.ts';

const texts: Form = { listOf: 'text' };
const optionalText: Form = { optional: 'text' };
const optionalFlag: Form = { optional: 'flag' };

const optionForm: Form = {
  keys: {
    type: { oneOf: ['choice', 'text', 'flag', 'list', 'number'] },
    default: { optional: 'anything' },
    doc: optionalText,
    choices: { optional: texts },
    refused: { optional: { mapOf: 'text' } },
    pattern: optionalText,
    expects: optionalText,
    min: { optional: 'number' },
    max: { optional: 'number' },
    namesEntity: optionalFlag,
    buildFlag: optionalText,
  },
};

const argumentForm: Form = {
  keys: {
    name: 'text',
    doc: 'text',
    many: optionalFlag,
    optional: optionalFlag,
    examples: { optional: texts },
    isWanted: { optional: 'function' },
    holdsNext: optionalFlag,
  },
};

const verbForm: Form = {
  keys: {
    arguments: { listOf: argumentForm },
    options: { optional: { mapOf: optionForm } },
    amend: 'function',
  },
};

const definitionForm: FormOf<Definition> = {
  id: { matching: /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, as: 'a name like rate-card' },
  aliases: texts,
  summary: 'text',
  command: { oneOf: ['build', 'add', 'itself'] },
  commands: { listOf: 'anything' },
  options: { mapOf: optionForm },
  arguments: { listOf: argumentForm },
  examples: { listOf: { mapOf: 'anything' } },
  builds: { listOf: { oneOf: ['entities', 'services'] } },
  provides: texts,
  requires: 'function',
  isActive: 'function',
  brings: 'function',
  amend: 'function',
  verbs: { keys: Object.fromEntries(VERBS.map((verb) => [verb, { optional: verbForm }])) },
  contribute: 'function',
  make: { optional: 'function' },
  isUsed: { optional: 'function' },
  examine: { optional: 'function' },
  moved: { mapOf: texts },
  feature: 'flag',
};

/**
 * Throws HutError `plugin-failed`, with the name of the package, for a generator whose definition or templates a
 * compiler would not have let pass.
 */
export function requireDefinition({ definition, templates }: Found, one: PluginPackage): void {
  const misfit =
    findMisfit(definition, { keys: definitionForm }, 'its definition') ??
    findMisfit(templates, { mapOf: 'function' }, 'its templates');
  if (misfit === undefined) return;
  throw new HutError({
    id: 'plugin-failed',
    message: `${one.name} ${one.version} can not be used: ${misfit}`,
    hint: 'Nothing was written. This is a mistake in the definition of the generator: tell its author.',
  });
}
