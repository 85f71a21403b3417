import { compileTemplate } from './compile-template.ts';

describe('compileTemplate', () => {
  it('prints values as they are, and a loop eats exactly its lines', () => {
    const template = compileTemplate(
      '# <%- view.name %>\n<% for (const item of view.items) { -%>\n- <%- item %>\n<% } -%>\nend\n',
      't',
    );
    expect(template({ name: 'a & b', items: ['<1>', '2'] })).toBe('# a & b\n- <1>\n- 2\nend\n');
  });

  it('throws with the name of the template when it prints an undefined value', () => {
    expect(() => compileTemplate('<%- view.nope %>', 'app/x.py')({})).toThrow(
      'app/x.py prints an undefined value',
    );
  });
});
