export { toYeoman } from './to-yeoman.ts';
