import type { Entity, Scalar, ScalarTypeName } from '@hut/blueprint';
import type { PythonScope } from '../python-scope.ts';
import { enumMembersOf } from '../entity-words.ts';
import { sampleNumber } from './sample-number.ts';
import { sampleText } from './sample-text.ts';

/** Values of a field for the tests of a project, each as code of Python. */
export interface Sample {
  /** What a factory stores; `number` counts the records. */
  readonly stored: (saying: { readonly scope: PythonScope; readonly enumClass: string }) => string;
  /** What a request says, and what another one says. */
  readonly given: string;
  readonly changed: string;
  /** What no request may say. */
  readonly refused: readonly string[];
  /** Whether what is stored and what is changed differ. */
  readonly isDistinct: boolean;
}

/** Values of a field: valid ones within its bounds, and wrong ones just outside of them. */
export function toSample(field: Scalar, entity: Entity): Sample {
  const sample = TEXTS.includes(field.type.name)
    ? sampleText(field, entity)
    : (sampleNumber(field) ?? sampleOther(field));
  return field.optional ? sample : { ...sample, refused: ['None', ...sample.refused] };
}

const TEXTS: readonly ScalarTypeName[] = ['string', 'text', 'email', 'url', 'slug'];

function sampleOther(field: Scalar): Sample {
  const { type } = field;
  if (type.name === 'enum') return sampleEnum(type.values);
  return OTHERS[type.name]!(field);
}

function sampleEnum(values: readonly string[]): Sample {
  const [first, last] = [values[0]!, values.at(-1)!];
  return {
    stored: ({ enumClass }) => `${enumClass}.${enumMembersOf(values)[0]!}`,
    given: `"${last}"`,
    changed: `"${last}"`,
    refused: ['"no such value"'],
    isDistinct: first !== last,
  };
}

const distinct = { isDistinct: true } as const;

const OTHERS: Readonly<Partial<Record<ScalarTypeName, (field: Scalar) => Sample>>> = {
  bool: () => ({
    stored: () => 'False',
    given: 'True',
    changed: 'True',
    refused: ['"perhaps"'],
    ...distinct,
  }),
  date: ({ unique }) => ({
    stored: ({ scope }) => {
      const dt = scope.useModule('datetime', 'dt');
      return unique ? `${dt}.date(2000, 1, 1) + ${dt}.timedelta(days=number)` : `${dt}.date(2000, 1, 1)`;
    },
    given: '"2126-01-31"',
    changed: '"2126-02-01"',
    refused: ['"2126-02-30"'],
    ...distinct,
  }),
  datetime: ({ unique }) => ({
    stored: ({ scope }) => {
      const dt = scope.useModule('datetime', 'dt');
      const start = `${dt}.datetime(2000, 1, 1, tzinfo=${dt}.UTC)`;
      return unique ? `${start} + ${dt}.timedelta(days=number)` : start;
    },
    given: '"2126-01-31T12:30:00Z"',
    changed: '"2126-02-01T12:30:00.000001Z"',
    refused: ['"2126-01-31T12:30:00"'],
    ...distinct,
  }),
  time: ({ unique }) => ({
    stored: ({ scope }) => {
      const dt = scope.useModule('datetime', 'dt');
      const [hour, minute] = unique ? ['number % 24', 'number // 24 % 60'] : ['9', '30'];
      return `${dt}.time(${hour}, ${minute}, tzinfo=${dt}.UTC)`;
    },
    given: '"12:30:15Z"',
    changed: '"13:30:15.000001Z"',
    refused: ['"12:30:00"'],
    ...distinct,
  }),
  uuid: () => ({
    stored: ({ scope }) => `${scope.useModule('uuid')}.uuid4()`,
    given: '"00000000-0000-4000-8000-000000000001"',
    changed: '"00000000-0000-4000-8000-000000000002"',
    refused: ['"1"'],
    ...distinct,
  }),
  json: () => ({
    stored: () => '{"number": number}',
    given: '{"text": "given"}',
    changed: '{"list": [1, None, 0.5]}',
    refused: ['"text"'],
    ...distinct,
  }),
  bytes: () => ({
    stored: () => 'b"stored"',
    given: '"Z2l2ZW4="',
    changed: '"Y2hhbmdlZA=="',
    refused: ['"?"'],
    ...distinct,
  }),
};
