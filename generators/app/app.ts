import { PYTHON_VERSIONS, type Splice } from '@hut/blueprint';
import { choice, defineGenerator, text } from '@hut/kit';
import { contributeFastapi } from './app.fastapi.ts';
import { examineFastapi } from './examine.fastapi.ts';

/** Which key of hut.yaml each option decides. */
const keys: Readonly<Record<string, string>> = {
  description: 'description',
  python: 'python',
  db: 'database',
};

/** The project itself: what every other generator grows. */
export const generator = defineGenerator({
  id: 'app',
  summary: 'A FastAPI project: settings, database, migrations, errors, health, tests',
  command: 'build',
  options: {
    description: text('', 'What the project is, in a sentence'),
    python: choice(PYTHON_VERSIONS, '3.11', 'The lowest Python version supported'),
    db: choice(['sqlite', 'postgresql', 'mysql'], 'sqlite', 'The database'),
  },
  examples: [
    {},
    { description: 'A small shop', python: '3.12' },
    { db: 'postgresql' },
    { db: 'mysql' },
  ],
  isActive: () => true,
  amend: ({ values }) =>
    Object.entries(values).map(([name, value]): Splice => ({ set: [keys[name]!], value })),
  contribute: contributeFastapi,
  examine: examineFastapi,
});
