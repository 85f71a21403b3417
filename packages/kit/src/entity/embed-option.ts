import type { Entity, Splice } from '@hut/blueprint';
import { list, type Values } from '../option.ts';

/** The option that says which relations the answers of an entity nest. */
export const embedOption = {
  embed: list(null, [], 'Relations that answers nest, instead of their ids: author,tags'),
} as const;

/** The edits that nest these relations besides those that are. */
export function toEmbedSplices(
  { name, endpoint }: Pick<Entity, 'name' | 'endpoint'>,
  { embed }: Values,
): readonly Splice[] {
  if (!Array.isArray(embed)) return [];
  const value = [...new Set([...endpoint.embed, ...embed])];
  return [{ set: ['entities', name, 'endpoint', 'embed'], value }];
}
