export { untilInterrupted } from '../until-interrupted.ts';
export { examineProject } from './examine-project.ts';
