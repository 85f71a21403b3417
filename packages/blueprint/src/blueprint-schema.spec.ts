import { blueprintSchema } from './blueprint-schema.ts';
import { TOP_KEYS } from './top-keys.ts';

const schema = blueprintSchema([
  {
    id: 'auth',
    summary: 'Accounts',
    options: {
      providers: { type: 'list', choices: ['github'], default: [], doc: 'Who signs in' },
      minutes: { type: 'number', min: 1, default: 15 },
      session: { type: 'choice', choices: ['bearer'], default: 'bearer' },
      verified: { type: 'flag', default: true },
      issuer: { type: 'text', pattern: 'https://.*' },
    },
  },
]) as { properties: Record<string, Record<string, unknown>>; required: string[] };

describe('blueprintSchema', () => {
  it('knows every key of the file, in its order, and no other', () => {
    expect(Object.keys(schema.properties)).toEqual([...TOP_KEYS]);
    expect(schema).toMatchObject({ additionalProperties: false, required: ['hut'] });
  });

  it('says what each option of a feature accepts', () => {
    expect(schema.properties['features']).toEqual({
      type: ['object', 'null'],
      additionalProperties: false,
      properties: {
        auth: {
          type: ['object', 'null'],
          additionalProperties: false,
          description: 'Accounts',
          properties: {
            providers: {
              description: 'Who signs in',
              default: [],
              type: 'array',
              uniqueItems: true,
              items: { enum: ['github'] },
            },
            minutes: { default: 15, type: 'number', minimum: 1 },
            session: { default: 'bearer', enum: ['bearer'] },
            verified: { default: true, type: 'boolean' },
            issuer: { type: 'string', pattern: '^(?:https://.*)$' },
          },
        },
      },
    });
  });

  it('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
  });
});
