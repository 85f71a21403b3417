import { defineGenerator, flag } from '@hut/kit';
import { contributeLogging } from './logging.fastapi.ts';

/** What the application says of itself, and how it is written. */
export const generator = defineGenerator({
  id: 'logging',
  feature: true,
  summary: 'Logs by Loguru: JSON in production, a line for each request, no secrets',
  options: { file: flag(false, 'Settings for a log file, rotated and compressed') },
  examples: [{}, { file: true }],
  provides: ['logger'],
  contribute: contributeLogging,
});
