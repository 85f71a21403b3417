import type { Splice } from '@hut/blueprint';
import {
  askedEntity,
  entityArgument,
  fieldExists,
  refuseBroughtField,
  requireField,
  type Asked,
  type Verb,
} from '@hut/kit';
import { findMentions } from './field-mentions.ts';

/** `hut rename field Article.title headline`: the key, its hint for the rendering, and every mention of it. */
export const renameField: Verb = {
  arguments: [
    { ...entityArgument, holdsNext: true },
    { name: 'field', doc: 'A field of it' },
    { name: 'name', doc: 'Its new name' },
  ],
  amend: (asked) => {
    const entity = askedEntity(asked);
    const [, from, to] = asked.args;
    if (from === undefined) return [];
    const field = requireField(entity, from);
    refuseBroughtField(entity, field);
    const { was = from } = field;
    if (to === undefined || to === from) return [];
    if (entity.fields.some(({ name }) => name === to)) throw fieldExists(entity.name, to);
    const path = ['entities', entity.name, 'fields'];
    return [
      ...findMentions(entity, from).map(({ path: at, renamed }) => ({
        set: at,
        value: renamed(to),
      })),
      hintSplice([...path, from], asked, was === to ? null : was),
      { rename: [...path, from], to },
    ];
  },
};

/** Puts the hint behind what hut.yaml says of the field; null takes it out. */
function hintSplice(
  path: readonly string[],
  { written }: Pick<Asked, 'written'>,
  was: string | null,
): Splice {
  const value = written(path) ?? '';
  const isText = typeof value === 'string';
  const typePath = isText ? path : [...path, 'type'];
  const type = String((isText ? value : written(typePath)) ?? '').replace(/(^|:)was=[^:]*/, '');
  const parts = [...(type === '' ? ['string'] : [type]), ...(was === null ? [] : [`was=${was}`])];
  return { set: typePath, value: parts.join(':') };
}
