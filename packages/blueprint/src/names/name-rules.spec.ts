import { refuseFieldName, refusePlural } from './name-rules.ts';

describe('refuseFieldName', () => {
  it('suggests no name that is refused itself', () => {
    expect(refuseFieldName('type_', 'scalar', 'Article')?.hint).toBe('Try article_type.');
    expect(refuseFieldName('Order', 'scalar')?.hint).toBe('Try the_order.');
    expect(refuseFieldName('firstName', 'scalar')?.hint).toContain('Did you mean first_name?');
  });

  it('refuses what no reader tells from a digit', () => {
    expect(refuseFieldName('l', 'scalar', 'Box')).toEqual({
      message: 'l is hard to tell from the digit 1',
      hint: 'Try box_l.',
    });
  });
});

describe('refusePlural', () => {
  it.each(['as', 'is', 'class'])('refuses %s, which no module can be called', (plural) => {
    expect(refusePlural(plural)).toEqual({
      message: `${plural} is a reserved word of Python`,
      hint: `Try all_${plural}.`,
    });
  });
});
