import { defineGenerator } from '@hut/kit';
import { contributeLimiter } from './ratelimit.fastapi.ts';

/** How often a client may ask. */
export const generator = defineGenerator({
  id: 'ratelimit',
  feature: true,
  summary: 'Rate limits: 429 by user, key or address, counted in memory or in Redis',
  provides: ['limiter'],
  contribute: contributeLimiter,
});
