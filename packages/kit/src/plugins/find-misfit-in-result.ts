import { findMisfit, KINDS, type Contribution, type Form } from '@hut/render';
import { VERBS } from '../verb.ts';

const path: Form = { listOf: 'text' };

const spliceForm: Form = {
  anyOf: [
    { keys: { set: path, value: 'anything' } },
    { keys: { remove: path } },
    { keys: { rename: path, to: 'text' } },
    { keys: { add: path, item: 'text' } },
    { keys: { drop: path, item: 'text' } },
  ],
  as: "an edit of hut.yaml like { set: ['features', 'x'], value: {} }",
};

const madeForm: Form = {
  keys: {
    files: { listOf: { keys: { path: 'text', text: 'text', memo: { listOf: 'text' } } } },
    destructive: { listOf: 'text' },
    risks: { listOf: 'text' },
    notes: { listOf: 'text' },
    next: { listOf: { keys: { command: 'text', why: 'text' } } },
  },
};

const contributionForm: Form = {
  keys: {
    kind: {
      keys: {
        id: 'text',
        key: 'function',
        meet: 'function',
        bands: { listOf: 'text' },
        bandOf: 'function',
        aboutOf: { optional: 'function' },
        form: { optional: 'anything' },
      },
    },
    item: 'anything',
  },
};

/** What the functions of a definition return, by where they stand in it. */
const forms: Readonly<Record<string, Form>> = {
  requires: { listOf: 'text' },
  brings: { mapOf: 'anything' },
  amend: { listOf: spliceForm },
  ...Object.fromEntries(VERBS.map((verb) => [`verbs.${verb}.amend`, { listOf: spliceForm }])),
  contribute: { listOf: 'anything' },
  'contribute.item.render': 'text',
  make: madeForm,
};

/**
 * What is wrong with what a function of a package returned, as `findMisfit` says it: no compiler has read that code, and
 * ours would fail on it. Takes where the function stands in the definition.
 */
export function findMisfitInResult(part: string, result: unknown): string | undefined {
  const form = forms[part];
  const misfit = form && findMisfit(result, form, 'what it returns');
  if (misfit !== undefined || part !== 'contribute') return misfit;
  return findMisfitInAny(result as readonly unknown[]);
}

function findMisfitInAny(contributions: readonly unknown[]): string | undefined {
  for (const [index, one] of contributions.entries()) {
    const misfit = findMisfitInOne(one, `contribution ${String(index + 1)}`);
    if (misfit !== undefined) return misfit;
  }
  return undefined;
}

/** What `files()` returns are several, which is forgotten most often. */
function findMisfitInOne(one: unknown, name: string): string | undefined {
  if (Array.isArray(one)) return `${name} is a list of them: spread it, as in ...files('all')`;
  const misfit = findMisfit(one, contributionForm, name);
  if (misfit !== undefined) return misfit;
  const { kind, item } = one as Contribution;
  // Of a kind of ours, whatever the package calls by its name.
  const { form } = KINDS.find(({ id }) => id === kind.id) ?? kind;
  const inItem = form && findMisfit(item, form, 'item');
  return inItem && `${name}, of the kind ${kind.id}: ${inItem}`;
}
