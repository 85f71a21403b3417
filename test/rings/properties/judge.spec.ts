/** The judge of the edits is no rubber stamp: it sees each sort of loss, and that there is none where there is none. */
import { judge, type Case } from './judge.ts';

const python = { path: 'a.py', answer: null, renames: false };
const text = { path: 'a.md', base: 'A\n', next: 'A\n\nB\n', answer: null, renames: false };

const losses: Readonly<Record<string, Case>> = {
  'an import': {
    ...python,
    base: 'import a\n',
    mine: 'import a\nimport own\n',
    next: 'import b\n',
    result: 'import b\n',
  },
  'a comment': {
    ...python,
    base: 'a = 1\n',
    mine: 'a = 1  # own\n',
    next: 'b = 2\n',
    result: 'a = 1\nb = 2\n',
  },
  'a changed argument': {
    ...python,
    base: 'f(a=1)\n',
    mine: 'f(a=1, own=2)\n',
    next: 'f(a=1, b=3)\n',
    result: 'f(a=1, b=3)\n',
  },
  'an item': {
    ...python,
    path: 'a.toml',
    base: 'a = ["x"]\n',
    mine: 'a = ["x", "own"]\n',
    next: 'a = ["y"]\n',
    result: 'a = ["y"]\n',
  },
  'a line': { ...text, mine: 'A\n\nOwn\n', result: 'A\n\nB\n' },
  'the line ends': { ...text, mine: 'A\r\nOwn\r\n', result: 'A\nOwn\nB\n' },
  'a deletion': { ...text, mine: null, result: 'A\nB\n' },
  'a whole file': { ...text, mine: 'A\nOwn\n', result: null },
  'one side of a conflict': {
    ...text,
    mine: 'Own\n',
    result: '<<<<<<<\n=======\nB\n>>>>>>>\n',
    answer: 'markers',
  },
  'what was to stay': { ...text, mine: 'Own\n', result: 'A\n\nB\n', answer: 'mine' },
};

it('every sort of loss is seen', () => {
  const verdicts = judge(Object.values(losses)).map(({ verdict }) => verdict);
  const seen = Object.keys(losses).filter((_, index) => verdicts[index] === 'WRONG');
  expect(seen).toEqual(Object.keys(losses));
});

it('what is as the user left it, or has both edits, is right', () => {
  const kept = Object.values(losses).map((loss) => ({ ...loss, result: loss.mine, answer: null }));
  const both = { ...losses['a changed argument']!, result: 'f(a=1, own=2, b=3)\n' };
  const verdicts = judge([...kept, both]).map(({ verdict }) => verdict);
  expect(new Set(verdicts)).toEqual(new Set(['right']));
});
