export { openTestProject, type TestProject } from './test-project.ts';
