import { PYTHON_VERSIONS, type Blueprint } from '@hut/blueprint';
import {
  checkKind,
  ciStepKind,
  shellText,
  type Assembled,
  type Check,
  type CheckLevel,
  type CiStep,
} from '@hut/render';

/** Something that is run, whoever runs it. */
export type Step = Pick<CiStep, 'name' | 'run'>;

/** What is run on every change, in the order in which it is printed. */
export interface Pipeline {
  /** The lowest supported version, and all of them. */
  readonly python: string;
  readonly pythons: readonly string[];
  readonly checks: readonly Step[];
  readonly tests: readonly Step[];
  readonly audit: readonly Step[];
  /** Only when all of that is well: with the environment of the project, and with Docker. */
  readonly delivery: readonly Step[];
  readonly containers: readonly Step[];
}

/*
 *     checks  --+
 *     tests   --+-->  delivery, containers
 *     audit
 */

/** The steps of a project, of its own checks and of what features bring. */
export function toPipeline({ python }: Blueprint, assembled: Assembled): Pipeline {
  const steps = assembled.of(ciStepKind);
  const inBand = (wanted: CiStep['band']): readonly Step[] =>
    steps.filter(({ band, needs }) => band === wanted && needs === 'environment');
  return {
    python,
    pythons: PYTHON_VERSIONS.slice(PYTHON_VERSIONS.findIndex((version) => version === python)),
    checks: [install, ...checksOf(assembled, ['lint', 'types'], toCall), ...inBand('checks')],
    tests: [
      install,
      migrations,
      ...checksOf(assembled, ['tests'], toMeasuredCall),
      coverage,
      ...inBand('tests'),
    ],
    audit: [audit],
    delivery: inBand('delivery').length === 0 ? [] : [install, ...inBand('delivery')],
    containers: steps.filter(({ needs }) => needs === 'containers'),
  };
}

function checksOf(
  assembled: Assembled,
  levels: readonly CheckLevel[],
  call: (check: Check) => string,
): readonly Step[] {
  const checks = assembled.of(checkKind).filter(({ level }) => levels.includes(level));
  return checks.map((check) => ({ name: check.id, run: [call(check)] }));
}

function toCall({ program, args }: Check): string {
  return ['uv', 'run', ...[program, ...args].map(shellText)].join(' ');
}

/** What is a module of Python is measured. */
function toMeasuredCall(check: Check): string {
  if (check.program !== 'python') return toCall(check);
  return ['uv', 'run', 'coverage', 'run', ...check.args.map(shellText)].join(' ');
}

const install: Step = { name: 'Install the project', run: ['uv sync --locked'] };

const migrations: Step = {
  name: 'Migrate, and look for what no migration says',
  run: ['uv run alembic upgrade head', 'uv run alembic check'],
};

const coverage: Step = { name: 'Coverage', run: ['uv run coverage report'] };

const audit: Step = {
  name: 'Look for known holes in packages',
  run: [
    'uv export --locked --quiet --no-emit-project --output-file audit.txt',
    'uvx pip-audit@2.10.1 --requirement audit.txt --require-hashes --disable-pip',
  ],
};
