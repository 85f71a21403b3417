import { defineKind, type Contribution } from '../kind.ts';

/** A module of fixtures that all tests of the project can ask for. */
export interface TestFixture {
  /** `tests.fixtures.mail`. */
  readonly module: string;
}

/** Key: module; stands once. Order: module. */
export const testFixtureKind = defineKind<TestFixture>({
  id: 'test-fixture',
  key: ({ module }) => module,
  meet: 'once',
  form: { module: 'text' },
});

/** Makes the fixtures of a module known to all tests. */
export function testFixture(module: string): Contribution<TestFixture> {
  return { kind: testFixtureKind, item: { module } };
}
