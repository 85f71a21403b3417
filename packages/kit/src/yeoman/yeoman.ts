export { blueprintOf } from './blueprint-of.ts';
export { toYeoman } from './to-yeoman.ts';
