export { importLines } from './import-lines.ts';
export { places } from './places.ts';
export { pythonCall } from './python-call.ts';
export { requirement } from './requirement.ts';
