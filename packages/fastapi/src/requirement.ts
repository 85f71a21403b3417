import type { Dependency } from '@hut/render';

/** A dependency as PEP 508 writes it: `sqlalchemy[asyncio]>=2.0.44,<2.2`. */
export function requirement({ name, extras, bounds }: Dependency): string {
  return `${name}${extras.length === 0 ? '' : `[${extras.join(',')}]`}${bounds}`;
}
