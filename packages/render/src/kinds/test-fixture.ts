import { defineKind, type Contribution } from '../kind.ts';
import type { CodeSymbol } from '../symbol.ts';

/** A fixture that all tests of the project can ask for. */
export interface TestFixture {
  readonly use: CodeSymbol;
}

/** Key: name; stands once. Order: name. */
export const testFixtureKind = defineKind<TestFixture>({
  id: 'test-fixture',
  key: ({ use }) => use.name,
  meet: 'once',
});

/** Makes a fixture of a module known to all tests. */
export function testFixture(use: CodeSymbol): Contribution<TestFixture> {
  return { kind: testFixtureKind, item: { use } };
}
