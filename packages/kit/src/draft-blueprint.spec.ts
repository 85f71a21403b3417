import { defineGenerator } from './define-generator.ts';
import { draftBlueprint } from './draft-blueprint.ts';
import { newEntity, newEntityArguments } from './entity/new-entity.ts';
import { choice, flag, type Values } from './option.ts';
import { setKey } from './set-key.ts';

const thing = defineGenerator({
  id: 'thing',
  summary: 'A thing',
  builds: ['entities'],
  arguments: newEntityArguments,
  amend: (asked) => [newEntity(asked, 'model').splice],
});
const lookup = [{ definition: thing, templates: {} }];
const draft = { from: null, name: 'shop', lookup, version: '0.1.0', existing: null };
const make = (...args: string[]) => ({ definition: thing, args, values: {} });
const set = (...args: string[]) => ({ definition: setKey, args, values: {} });

describe('the hut.yaml that a command leaves', () => {
  const one = make('Order', 'buyer:User');
  const other = make('User', 'name');

  it('is the same in whatever order several amendments came', () => {
    const text = draftBlueprint({ ...draft, amendments: [other, one] });
    expect(draftBlueprint({ ...draft, amendments: [one, other] })).toBe(text);
    expect(text).toContain('buyer: User');
  });

  it('may have entities that point to each other', () => {
    const amendments = [make('Hen', 'egg:Egg:optional'), make('Egg', 'hen:Hen')];
    const text = draftBlueprint({ ...draft, amendments });
    expect(text).toContain('egg: Egg:optional');
    expect(text).toContain('hen: Hen');
  });

  it('is none when an amendment is wrong, and the others are not', () => {
    const amendments = [one, other, make('Basket', 'owner:Usr')];
    expect(() => draftBlueprint({ ...draft, amendments })).toThrow(
      'Basket.owner: there is no entity Usr',
    );
  });

  it('tells mistakes of the user’s own text first, with their lines', () => {
    const existing = draftBlueprint({ ...draft, amendments: [other] }).replace('string', 'strng');
    expect(() => draftBlueprint({ ...draft, existing, amendments: [make('A', 'b')] })).toThrow(
      /hut\.yaml:\d+:\d+: .*unknown type "strng"/,
    );
  });
});

describe('a feature', () => {
  const gauge = defineGenerator({
    id: 'gauge',
    summary: 'A gauge',
    feature: true,
    options: { step: choice(['small', 'wide'], 'small', 'How much'), alarm: flag(false, 'Ring') },
  });
  const asked = (...all: Values[]): string =>
    draftBlueprint({
      ...draft,
      lookup: [{ definition: gauge, templates: {} }],
      amendments: all.map((values) => ({ definition: gauge, values })),
    });

  it('keeps the options that a further command does not say', () => {
    expect(asked({ step: 'wide' }, { alarm: true })).toBe(asked({ step: 'wide', alarm: true }));
    expect(asked({ step: 'wide' }, {})).toBe(asked({ step: 'wide' }));
  });

  it('takes the options that it says', () => {
    expect(asked({ step: 'wide', alarm: true }, { step: 'small' })).toBe(
      asked({ step: 'small', alarm: true }),
    );
  });
});

describe('hut set', () => {
  const existing = draftBlueprint({ ...draft, amendments: [make('User', 'name')] });
  const after = (...args: string[]): string =>
    draftBlueprint({ ...draft, existing, amendments: [set(...args)] });

  it.each([
    ['python', '3.12', 'python: "3.12"'],
    ['description', 'A "small" shop: ours', 'description: "A \\"small\\" shop: ours"'],
    ['database', 'postgresql', 'database: postgresql'],
    ['name', 'blog', 'name: blog'],
  ])('writes %s', (key, value, line) => {
    expect(after(key, value)).toContain(line);
    expect(after(key, value).split('\n')).toHaveLength(existing.split('\n').length);
  });

  it('changes the ids of a project without entities alone', () => {
    const empty = draftBlueprint({ ...draft, amendments: [] });
    const amendments = [set('ids', 'int')];
    expect(draftBlueprint({ ...draft, existing: empty, amendments })).toContain('ids: int');
    expect(after('ids', 'uuid')).toBe(existing);
  });

  it.each([
    ['pyton', '3.12', 'set-key', 'Did you mean python?'],
    ['generator', '9.9.9', 'set-key', 'the version of hut'],
    ['features', 'auth', 'set-key', 'hut add and hut remove'],
    ['python', '2.7', 'blueprint', '3.11'],
    ['database', 'postgres', 'blueprint', 'postgresql'],
    ['database', 'mongodb', 'blueprint', 'postgresql'],
    ['name', 'My Shop!', 'blueprint', 'my-shop'],
    ['ids', 'int', 'ids', 'before the first entity'],
  ])('refuses %s %s as %s', (key, value, id, hint) => {
    expect(() => after(key, value)).toThrow(
      expect.objectContaining({ id, exitCode: 3, hint: expect.stringContaining(hint) as string }),
    );
  });
});
