import type { ThreeTexts } from './change.ts';
import { reconcileFile } from './reconcile-file.ts';

const file = (base: string | null, mine: ThreeTexts['mine'], next: string | null, options = {}) =>
  reconcileFile('notes.txt', { base, mine, next }, options);

describe('reconcileFile', () => {
  it('creates a file that is nowhere yet', () => {
    expect(file(null, null, 'n\n')).toEqual({ path: 'notes.txt', action: 'create', text: 'n\n' });
  });

  it('updates a file that the user left alone', () => {
    expect(file('b\n', 'b\n', 'n\n')).toMatchObject({ action: 'update', text: 'n\n' });
  });

  it('keeps what is rendered as before, edited or not', () => {
    expect(file('b\n', 'b\n', 'b\n')).toMatchObject({ action: 'keep', why: 'unchanged' });
    expect(file('b\n', 'm\n', 'b\n')).toMatchObject({ action: 'keep', why: 'edited' });
  });

  it('keeps a file that is already as it would be rendered', () => {
    expect(file('b\n', 'n\n', 'n\n')).toMatchObject({ action: 'keep', why: 'same' });
    expect(file(null, 'n\n', 'n\n')).toMatchObject({ action: 'keep', why: 'same' });
  });

  it('merges edits of both sides at different places', () => {
    const change = file('a\nb\nc\nd\ne\n', 'A\nb\nc\nd\ne\n', 'a\nb\nc\nd\nE\n');
    expect(change).toMatchObject({ action: 'merge', text: 'A\nb\nc\nd\nE\n' });
  });

  it('asks about edits of both sides at one place, with markers for both', () => {
    expect(file('a\n', 'm\n', 'n\n')).toMatchObject({
      action: 'conflict',
      hunks: [{ line: 1, mine: ['m'], base: ['a'], next: ['n'] }],
      markers: '<<<<<<< mine\nm\n||||||| base\na\n=======\nn\n>>>>>>> next\n',
      base: 'a\n',
      mine: 'm\n',
      next: 'n\n',
    });
  });

  it('never overwrites a file that it did not make, and marks only what differs', () => {
    const change = file(null, 'a\nmine\nc\n', 'a\nnext\nc\n');
    expect(change).toMatchObject({
      action: 'conflict',
      markers: 'a\n<<<<<<< mine\nmine\n||||||| base\n=======\nnext\n>>>>>>> next\nc\n',
    });
  });

  it('leaves a deleted file deleted, with a note when it would be rendered otherwise now', () => {
    expect(file('b\n', null, 'b\n')).toMatchObject({ why: 'deleted', note: false });
    expect(file('b\n', null, 'n\n')).toMatchObject({ why: 'deleted', note: true });
  });

  it('deletes what is no longer rendered and was not edited', () => {
    expect(file('b\n', 'b\n', null)).toEqual({ path: 'notes.txt', action: 'delete' });
    expect(file('b\n', 'b\r\n', null)).toMatchObject({ action: 'delete' });
  });

  it('asks before it drops an edited file that is no longer rendered', () => {
    expect(file('b\n', 'm\n', null)).toMatchObject({
      action: 'conflict',
      markers: '<<<<<<< mine\nm\n||||||| base\nb\n=======\n>>>>>>> next\n',
    });
  });

  it('leaves a file alone that hut.yaml gives to the user', () => {
    expect(file('b\n', 'm\n', 'n\n', { owned: true })).toMatchObject({ why: 'owned' });
    expect(file('b\n', 'm\n', null, { owned: true })).toMatchObject({ why: 'owned' });
  });

  it('asks about a file that is no text only when it would be rendered otherwise', () => {
    const mine = { unreadable: 'it is not UTF-8' };
    expect(file('b\n', mine, 'b\n')).toMatchObject({ action: 'keep' });
    expect(file('b\n', mine, 'n\n')).toMatchObject({ action: 'conflict', markers: null });
    expect(file('b\n', mine, null)).toMatchObject({ action: 'conflict', markers: null });
  });

  it('does not take other line ends, a mark or a missing final newline for an edit', () => {
    expect(file('b\nc\n', 'b\r\nc\r\n', 'n\n')).toMatchObject({ action: 'update', text: 'n\r\n' });
    expect(file('b\n', '\uFEFFb\n', 'n\n')).toMatchObject({ text: '\uFEFFn\n' });
    expect(file('b\n', 'b', 'n\n')).toMatchObject({ text: 'n' });
    expect(file('b\n', 'b\n', 'n')).toMatchObject({ text: 'n' });
  });

  it('writes a renamed file at its new path even when its text stays', () => {
    const change = file('b\n', 'm\n', 'b\n', { movedFrom: 'old.txt' });
    expect(change).toMatchObject({ action: 'merge', text: 'm\n', movedFrom: 'old.txt' });
  });
});
