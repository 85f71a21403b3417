import { reconcile } from './reconcile-tree.ts';
import { renameWords, type WordPairs } from './rename-words.ts';

const words: WordPairs = [
  ['OrderLine', 'Item'],
  ['order_line', 'item'],
  ['order_lines', 'items'],
];

describe('renameWords', () => {
  it('exchanges a word inside names of its own style, and nowhere else', () => {
    const text = [
      'class OrderLineRead(OrderLine): preorder_line = OrderLines',
      'create_order_line(order_line_id, "/order_lines/", MyOrderLine)',
    ].join('\n');
    expect(renameWords(text, text, words).base).toBe(
      [
        'class ItemRead(Item): preorder_line = OrderLines',
        'create_item(item_id, "/items/", MyOrderLine)',
      ].join('\n'),
    );
  });

  it('leaves the lines of the user alone, and keeps what the file wears', () => {
    const base = 'class OrderLine:\n    size = 1\n';
    const mine = '\uFEFFclass OrderLine:\r\n    size = 1\r\n    of = "OrderLine"\r\n';
    expect(renameWords(base, mine, words)).toEqual({
      base: 'class Item:\n    size = 1\n',
      mine: '\uFEFFclass Item:\r\n    size = 1\r\n    of = "OrderLine"\r\n',
    });
  });

  it('takes a file that was nearly all rewritten for the user’s', () => {
    const base = Array.from({ length: 1200 }, (_, line) => `OrderLine${line}\n`).join('');
    const mine = Array.from({ length: 1200 }, (_, line) => `order_line ${line}\n`).join('');
    expect(renameWords(base, mine, words).mine).toBe(mine);
  });
});

describe('a file of a renamed entity', () => {
  const base = 'from app import OrderLine\n\n\nclass OrderLineService:\n    model = OrderLine\n';
  const next = base.replaceAll('OrderLine', 'Item');
  const method = '\n    def of(self) -> OrderLine:\n        return OrderLine()\n';
  const after = (mine: string, own: readonly string[] = []) =>
    reconcile(new Map([['a.py', base]]), new Map([['a.py', next]]), () => mine, { own, words })[0];

  it('keeps a method of the user in the class, with its words', () => {
    expect(after(base + method)).toEqual({ path: 'a.py', action: 'merge', text: next + method });
  });

  it('is an update where the user wrote nothing', () => {
    expect(after(base)).toEqual({ path: 'a.py', action: 'update', text: next });
  });

  it('is not changed where the word means something else and stays', () => {
    const [change] = reconcile(new Map([['a.py', base]]), new Map([['a.py', base]]), () => base, {
      own: [],
      words,
    });
    expect(change).toMatchObject({ action: 'keep', why: 'unchanged' });
  });

  it('is left alone where it is the user’s', () => {
    expect(after(base, ['a.py'])).toMatchObject({ action: 'keep', why: 'owned' });
  });
});
