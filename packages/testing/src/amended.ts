import {
  askAmendment,
  draftBlueprint,
  toValues,
  verbOf,
  type Amendment,
  type Lookup,
  type WordOf,
} from '@hut/kit';

const version = '0.1.0';

/**
 * The hut.yaml that commands like `add model Article title:string` leave of one, or of a new project's; nothing is
 * rendered. Rejects with the HutError of a refusal.
 */
export async function amendedBy(
  lookup: Lookup,
  lines: readonly string[],
  start: string | null = null,
): Promise<string> {
  const draft = { from: null, name: 'shop', lookup, version };
  let text = draftBlueprint({ ...draft, existing: start, amendments: [] });
  for (const line of lines) {
    const existing = text;
    const { amendment } = await askAmendment({
      ...toCommand(lookup, line),
      draft: { ...draft, existing },
      prompt: null,
    });
    text = draftBlueprint({ ...draft, existing, amendments: [amendment] });
  }
  return text;
}

/** `--plural people` behind the words are options, each with its value, or alone. */
function toCommand(lookup: Lookup, line: string) {
  const [verb = '', id = '', ...words] = line.split(' ');
  const found = lookup.find(({ definition }) => definition.id === id);
  if (found === undefined) throw new Error(`There is no generator ${id}`);
  const { definition } = found;
  const asked = {
    definition,
    ...(verb !== 'add' && { verb: verb as NonNullable<Amendment['verb']> }),
  };
  const first = words.findIndex((word) => word.startsWith('--'));
  const end = first === -1 ? words.length : first;
  const wordOf: WordOf = (flag) => {
    const at = words.indexOf(`--${flag}`, end);
    const word = words[at + 1];
    if (at === -1) return undefined;
    return word === undefined || word.startsWith('--') ? true : word;
  };
  return {
    ...asked,
    door: `hut ${verb} ${id}`,
    words: words.slice(0, end),
    values: toValues(verbOf(asked), wordOf),
  };
}
