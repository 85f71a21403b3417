import { toStructure, type Factor, type Part } from './factor.ts';
import type { Cover } from './cover.ts';
import { verify } from './verify.ts';

/** The text of docs/matrix.md: what is tried together, and that nothing is missing. */
export function printCertificate(factors: readonly Factor[], { rows, refused }: Cover): string {
  const constraints = [...toStructure(factors), ...refused.map(({ constraint }) => constraint)];
  const { possible, impossible, missing, broken } = verify({ factors, constraints }, rows);
  return [
    ...opening,
    `- factors: ${factors.length}, with ${factors.flatMap(({ levels }) => levels).length} levels`,
    `- projects: ${rows.length}`,
    `- pairs of levels that can meet: ${possible}`,
    `- missing: ${missing.length}`,
    `- pairs that cannot meet: ${impossible}; projects with what does not go together: ${broken.length}`,
    ...['', '## What hut.yaml decides', ''],
    ...factors.map(printFactor),
    ...['', '## What does not go together', '', beforeRefused, ''],
    ...refused.map(
      ({ constraint, because }) =>
        `- ${constraint.map((part) => printPart(factors, part)).join(', ')}: ${because}`,
    ),
    ...closing,
  ].join('\n');
}

const opening = `# Every two options, together

Some projects in which any two things that a hut.yaml can say meet at least once, if they can meet at all. They are found
anew from the definitions of the generators, and counted in a second way. \`npm run matrix\` writes this page, and
\`npm run test:matrix\` holds it true.
`.split('\n');

const beforeRefused = `An option is there where its feature is, and what is said of an entity where there is one. What else the product
refuses is found by asking it, and in its own words:`;

const closing = `
## Again

\`\`\`sh
npm run matrix                  # this page, after a generator has changed
npm run test:matrix             # every project is built, read and linted; some, by the commit, pass all checks
EVERY=1 npm run test:matrix     # all of them pass all checks
ROW=3,7 npm run test:matrix     # these do
\`\`\`
`.split('\n');

function printFactor({ path, levels }: Factor): string {
  return `- \`${path.join('.')}\`: ${levels.map(({ name }) => `\`${name}\``).join(' ')}`;
}

function printPart(factors: readonly Factor[], [factor, level]: Part): string {
  const { path, levels } = factors[factor]!;
  return `\`${path.join('.')}\` \`${levels[level]?.name ?? 'absent'}\``;
}
