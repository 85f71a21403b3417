/** A year in the life of a shop: people, commands, branches and upgrades, and after every step a project that works. */
import { autumn } from './year/autumn.ts';
import { checkStep, checkWhole } from './year/gates.ts';
import { openYear, type Year } from './year/open-year.ts';
import { spring } from './year/spring.ts';
import { summer } from './year/summer.ts';
import { winter } from './year/winter.ts';

const steps = [...spring, ...summer, ...autumn, ...winter];

/** mypy and the tests run after so many steps, and after the last one. */
const every = Number(process.env.EVERY ?? 10);

/** What the rows of the first day are called now. */
const rows = { products: 3, tags: 3, customers: 3, categories: 1 };

describe('a year in the life of a shop', () => {
  let year: Year;
  beforeAll(() => {
    year = openYear();
  });
  afterAll(() => {
    const { counts } = year;
    const { runs, merged, editedLines, gitConflicts, decided } = counts;
    const rate = ((decided.length * 1000) / editedLines).toFixed(1);
    const lines = decided.map(({ step, path, reason }) => `  ${step}: ${path}: ${reason}\n`);
    process.stdout.write(
      `a year: ${steps.length} steps, ${runs} runs, ${editedLines} lines edited by hand, ${merged} files merged, ${gitConflicts} conflicts of git; decisions: ${decided.length}, ${rate} per 1,000 edited lines\n${lines.join('')}`,
    );
    year.close();
  });

  it.each(steps.map(([title, happens], index) => [index + 1, title, happens] as const))(
    '%i: %s',
    (number, title, happens) => {
      year.step = title;
      happens(year);
      year.git('add', '-A');
      year.git('commit', '--quiet', '--allow-empty', '-m', title);
      checkStep(year, rows);
      if (number % every === 0 || number === steps.length) checkWhole(year);
    },
  );
});
