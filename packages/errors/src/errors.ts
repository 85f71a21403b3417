export { HutError, type ExitCode } from './hut-error.ts';
export { findNearest, didYouMean } from './nearest.ts';
