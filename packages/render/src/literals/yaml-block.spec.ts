import fc from 'fast-check';
import { parse } from 'yaml';
import { yamlBlock, type YamlValue } from './yaml-block.ts';

describe('a YAML block', () => {
  it('is what a person would write', () => {
    const web = {
      image: 'pond:1.2',
      command: ['fish', '--swim'],
      environment: { POND: 'no', NAME: 'a "b"' },
      ports: [{ target: 80, host: 'all' }],
      healthcheck: undefined,
      read_only: true,
    };
    expect(yamlBlock({ services: { web }, volumes: { water: {} } }).join('\n')).toBe(
      [
        'services:',
        '  web:',
        '    image: "pond:1.2"',
        '    command: ["fish", "--swim"]',
        '    environment:',
        '      POND: "no"',
        '      NAME: "a \\"b\\""',
        '    ports:',
        '      - target: 80',
        '        host: all',
        '    read_only: true',
        'volumes:',
        '  water: {}',
      ].join('\n'),
    );
  });

  it('is read as what was printed, by both versions of YAML', () => {
    const { tree } = fc.letrec<{ tree: YamlValue }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc.string(),
        fc.stringMatching(/^[a-zA-Z./_:\d-]*$/),
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom(
          'yes',
          'N',
          '1e3',
          '0o7',
          '12:30',
          '.inf',
          '.NaN',
          '-',
          '~',
          ' a',
          '2026-01-01',
        ),
        fc.integer(),
        fc.boolean(),
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(fc.string(), tie('tree'), { maxKeys: 4, noNullPrototype: true }),
      ),
    }));
    fc.assert(
      fc.property(fc.dictionary(fc.string(), tree, { noNullPrototype: true }), (mapping) => {
        const text = `${yamlBlock(mapping).join('\n')}\n`;
        for (const version of ['1.1', '1.2'] as const) {
          const merge = false;
          expect(parse(text, { version, merge }) ?? {}).toEqual(mapping);
        }
      }),
    );
  });
});
