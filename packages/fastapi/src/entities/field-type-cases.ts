import { pythonLiteral } from '@hut/render';
import { call, listCode, type Code } from '../schema/python-code.ts';
import { pythonLine } from './python-line.ts';
import { openScope, type PythonScope } from './python-scope.ts';

/** What each type of requests takes, with what it makes of it, and what it refuses; as code of a test. */
interface Cases {
  readonly taken: (scope: PythonScope) => readonly (readonly [given: string, value: string])[];
  readonly refused: readonly string[];
}

const moment = (scope: PythonScope, hour: number): string => {
  const dt = scope.useModule('datetime', 'dt');
  return `${dt}.datetime(2026, 1, 31, ${String(hour)}, tzinfo=${dt}.UTC)`;
};

const asIs =
  (...values: readonly string[]) =>
  (): readonly (readonly [string, string])[] =>
    values.map((value) => [value, value]);

const CASES: Readonly<Record<string, Cases>> = {
  Base64: { taken: () => [['"aGk="', 'b"hi"']], refused: ['"a"', '"?"', '1'] },
  Email: {
    taken: () => [['"Ada@Example.org"', '"ada@example.org"']],
    refused: ['"ada"', '"a b@example.org"'],
  },
  Id: { taken: asIs('1', '2**31 - 1'), refused: ['0', '2**31'] },
  Int32: { taken: asIs('-(2**31)', '2**31 - 1'), refused: ['-(2**31) - 1', '2**31'] },
  Int64: { taken: asIs('-(2**63)', '2**63 - 1'), refused: ['-(2**63) - 1', '2**63'] },
  Json: {
    taken: asIs('{"a": [1, None]}', '[]', 'json.loads("[" * 31 + "]" * 31)'),
    refused: [
      '"text"',
      'None',
      '[float("nan")]',
      '["\\ud800"]',
      'json.loads("[" * 32 + "]" * 32)',
      'json.loads("[" * 300 + "]" * 300)',
    ],
  },
  Moment: {
    taken: (scope) => [['"2026-01-31T12:00:00+02:00"', moment(scope, 10)]],
    refused: ['"2026-01-31T12:00:00"', '"0001-01-01T00:00:00+01:00"'],
  },
  Slug: { taken: asIs('"a-1"'), refused: ['"A"', '"a--b"', '"-"', '""'] },
  Text: { taken: asIs('""', '"a\\n"'), refused: ['"a\\0"'] },
  TimeOfDay: {
    taken: (scope) => {
      const dt = scope.useModule('datetime', 'dt');
      return [['"12:30:00Z"', `${dt}.time(12, 30, tzinfo=${dt}.UTC)`]];
    },
    refused: ['"12:30:00"', '"25:00:00Z"'],
  },
  Url: {
    taken: asIs('"http://example.org"', '"https://example.org/a?b=c#d"'),
    refused: ['"ftp://example.org"', '"https://"', '"https://example.org/\\0"'],
  },
};

/** What the template of the tests of these types prints. */
export function toFieldTypeCasesView(types: ReadonlySet<string>): object {
  const scope = openScope([]);
  scope.useModule('pytest');
  scope.use('typing', 'Any');
  for (const name of ['TypeAdapter', 'ValidationError']) scope.use('pydantic', name);
  if (types.has('Json')) scope.useModule('json');
  const names = Object.keys(CASES).filter((name) => types.has(name));
  const known = names.map((name) => [scope.use('app.core.fields', name), CASES[name]!] as const);
  const taken = known.flatMap(([kind, cases]) =>
    cases.taken(scope).map(([given, value]) => call('', kind, given, value)),
  );
  const refused = known.flatMap(([kind, cases]) =>
    cases.refused.map((given) => call('', kind, given)),
  );
  return {
    takenCases: parametrize(['kind', 'given', 'value'], taken),
    refusedCases: parametrize(['kind', 'given'], refused),
    testImports: scope.imports(),
  };
}

/** The decorator that runs a test of Python once for each case. */
export function parametrize(names: readonly string[], cases: readonly Code[]): string {
  const literals = names.map((name) => pythonLiteral(name));
  const argument = literals.length === 1 ? literals[0]! : call('', ...literals);
  return pythonLine('@', call('pytest.mark.parametrize', argument, listCode(...cases)));
}
