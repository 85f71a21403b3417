import { join } from 'node:path';
import { pythonPrograms, runTool } from '@hut/testing';

const version = '4.32.5';

/** Checks that are not ours to pass, each with the reason. */
const excluded: Readonly<Record<string, string>> = {
  allow_header_conformance: 'FastAPI names the methods of one route, not of all with that path',
  negative_data_rejection: 'Pydantic reads a number as a date, and 0 as false',
  positive_data_acceptance: 'a valid id that is nobody is refused with 422: a schema cannot say so',
};

const options = [
  ['--checks', 'all'],
  ['--exclude-checks', Object.keys(excluded).join(',')],
  ['--phases', 'examples,coverage,fuzzing,stateful'],
  ['--max-examples', process.env.EXAMPLES ?? '15'],
  // The same requests each time: what fails here fails again.
  ['--seed', '1'],
  ['--generation-database', 'none'],
  ['--warnings', 'off'],
  ['--no-color', '--no-shrink', '--continue-on-failure'],
];

/** Sends requests made up from an OpenAPI document, and returns how many; throws with each that is answered wrongly. */
export function runSchemathesis(url: string, folder: string): number {
  const programs = pythonPrograms('schemathesis', `schemathesis==${version}`);
  const run = ['run', url, ...options.flat()];
  const printed = runTool(join(programs, 'schemathesis'), run, folder);
  return Number(/(\d+) generated/.exec(printed)![1]);
}
