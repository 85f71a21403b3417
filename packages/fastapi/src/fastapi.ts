export { places } from './places.ts';
export { importLines } from './import-lines.ts';
