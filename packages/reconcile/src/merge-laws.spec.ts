import fc from 'fast-check';
import { mergeTexts } from './merge-texts.ts';

const PATHS = [
  'a.py',
  'a.toml',
  'a.yaml',
  'a.json',
  '.env',
  'a.md',
  'Dockerfile',
  '.gitignore',
  'a.ini',
  'a.sh',
];

const LINES = [
  ...[
    'a = 1',
    'b = [1, 2]',
    'def f():',
    '    return 1',
    '',
    '# note',
    'from m import a, b',
    '    x: int = 1',
  ],
  ...[
    'key: value',
    '  - item',
    '[table]',
    '"a": 1,',
    '}',
    '{',
    '## Head',
    '- item',
    'RUN x',
    'FROM y',
    '*.db',
  ],
  ...['"""', '<<<<<<< mine', '=======', '\ttab', 'trailing  ', "x = 'y'", 'é = "ü"'],
];

const text = fc
  .tuple(
    fc.array(fc.constantFrom(...LINES), { maxLength: 12 }),
    fc.constantFrom('\n', '\r\n'),
    fc.boolean(),
    fc.boolean(),
  )
  .map(
    ([lines, end, final, mark]) => (mark ? '\uFEFF' : '') + lines.join(end) + (final ? end : ''),
  );

const path = fc.constantFrom(...PATHS);
const merge = (file: string, base: string, mine: string, next: string) => {
  const merged = mergeTexts(file, base, mine, next);
  return merged.ok ? merged.text : null;
};

const RUNS = { numRuns: 400 };

describe('the laws of a merge', () => {
  it('takes next where the user changed nothing', () => {
    fc.assert(
      fc.property(path, text, text, (file, base, next) => merge(file, base, base, next) === next),
      RUNS,
    );
  });

  it('takes mine where the generator changed nothing', () => {
    fc.assert(
      fc.property(path, text, text, (file, base, mine) => merge(file, base, mine, base) === mine),
      RUNS,
    );
  });

  it('takes what both made alike', () => {
    fc.assert(
      fc.property(path, text, text, (file, base, mine) => merge(file, base, mine, mine) === mine),
      RUNS,
    );
  });

  it('is done when it is done: merging again changes nothing', () => {
    fc.assert(
      fc.property(path, text, text, text, (file, base, mine, next) => {
        const result = merge(file, base, mine, next);
        return result === null || merge(file, next, result, next) === result;
      }),
      RUNS,
    );
  });

  it('never throws, whatever the texts are', () => {
    fc.assert(
      fc.property(path, fc.string(), fc.string(), fc.string(), (file, base, mine, next) => {
        merge(file, base, mine, next);
      }),
      RUNS,
    );
  });
});
