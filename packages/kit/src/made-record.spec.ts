import { hashBytes } from '@hut/commit';
import fc from 'fast-check';
import { parseRecord, toRecord } from './made-record.ts';

const file = { path: 'migrations/1.py', text: 'revision = 1\n', memo: ['revision: 1', '+ a: b'] };
const { path, text } = toRecord(file);

describe('the record of a file that was made once', () => {
  it('stands beside the base, and says what was made', () => {
    expect(path).toBe('.hut/made/migrations/1.py.made');
    expect(parseRecord(text)).toEqual({ hash: hashBytes(file.text), memo: file.memo });
  });

  it('is read with the line ends of Windows and a byte order mark', () => {
    expect(parseRecord(`\uFEFF${text.replaceAll('\n', '\r\n')}`)).toEqual(parseRecord(text));
  });

  it('has no hash when it is cut short anywhere', () => {
    const lengths = fc.nat({ max: text.length - 1 });
    fc.assert(fc.property(lengths, (end) => parseRecord(text.slice(0, end)).hash === null));
  });

  it.each([
    ['a line more', `${text}+ c: d\n`],
    ['a line less', text.replace('revision: 1\n', '')],
    ['markers of git', `<<<<<<< HEAD\n${text}=======\n${text}>>>>>>> other\n`],
    ['words of a person', 'as: hut.yaml\n'],
  ])('has no hash with %s, and says what there is', (_, damaged) => {
    const { hash, memo } = parseRecord(damaged);
    expect(hash).toBeNull();
    expect(memo).toEqual(
      damaged.split('\n').filter((line) => line !== '' && !line.startsWith('#')),
    );
  });
});
