import { hasConflictMarkers } from './has-conflict-markers.ts';

const full = (middle: string) => `a\n<<<<<<< mine\nb\n${middle}=======\nc\n>>>>>>> next\n`;

describe('hasConflictMarkers', () => {
  it.each([
    ['merge style', full('')],
    ['diff3 style', full('||||||| base\nx\n')],
    ['without labels', '<<<<<<<\nb\n=======\nc\n>>>>>>>\n'],
    ['CRLF', full('').replaceAll('\n', '\r\n')],
    ['a half resolved one: only the opening is left', 'a\n<<<<<<< HEAD\nb\n'],
    ['a half resolved one: the opening is gone', 'a\n=======\nb\n>>>>>>> next\n'],
  ])('sees markers: %s', (_, text) => expect(hasConflictMarkers(text)).toBe(true));

  it.each([
    ['a heading of seven letters', 'Article\n=======\n\ntext\n'],
    ['a longer underline', 'Articles\n========\n'],
    ['a shift operator', 'x = 1 <<2\ny <<= 3\n'],
    ['a quotation seven levels deep', '>>>>>>> why\n'],
    ['indented markers in an example', '    <<<<<<< mine\n    =======\n    >>>>>>> next\n'],
    ['eight of them', '<<<<<<<< x\n'],
  ])('is not fooled by %s', (_, text) => expect(hasConflictMarkers(text)).toBe(false));
});
