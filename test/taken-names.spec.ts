/**
 * A person names an entity or a service after which a generator has called something already. The names are found by
 * looking: an entity is put into a project that has everything, and where its files stand, other files stand too.
 */
import { pascalCase, type Blueprint } from '@hut/blueprint';
import { HutError } from '@hut/errors';
import { readBlueprint, renderProject, type Values } from '@hut/kit';
import { lookup } from '../generators/lookup.ts';

const version = '0.1.0';
const features = lookup.map(({ definition }) => definition).filter(({ feature }) => feature);
const rounds = Math.max(...features.map(({ examples }) => examples.length));

/** Every feature, with one of its examples. */
function everything(round: number): Record<string, Values> {
  return Object.fromEntries(
    features.map(({ id, examples }) => [id, examples[round % examples.length] ?? {}]),
  );
}

function blueprintWith(round: number, more: object): Blueprint {
  const hutYaml = JSON.stringify({ hut: 1, name: 'shop', features: everything(round), ...more });
  return readBlueprint(hutYaml, { lookup, version, name: 'shop' });
}

function pathsWith(round: number, more: object = {}): ReadonlySet<string> {
  return new Set(renderProject(blueprintWith(round, more), lookup).tree.keys());
}

const fields = { title: 'string' };

/** What would stand where another file does: the sections of hut.yaml that a person would write. */
function findTaken(round: number): readonly object[] {
  const there = [...pathsWith(round)];
  const zebra = { Zebra: { fields, plural: 'herds', layers: 'endpoint' } };
  const whole = pathsWith(round, { entities: zebra, services: ['Lion'] });
  const added = [...whole].filter((path) => !there.includes(path));
  return ['zebra', 'herds', 'lion'].flatMap((word) =>
    added
      .filter((path) => path.includes(word))
      .flatMap((path) => namesAt(new RegExp(`^${path.replace(word, '([a-z][a-z0-9_]*)')}$`), there))
      .map((name) => toSections(word, name)),
  );
}

function namesAt(pattern: RegExp, paths: readonly string[]): readonly string[] {
  return paths.flatMap((path) => pattern.exec(path)?.[1] ?? []);
}

function toSections(word: string, name: string): object {
  const entity = pascalCase(name);
  if (word === 'lion') return { services: [entity] };
  const [called, more] = word === 'zebra' ? [entity, {}] : ['Zebra', { plural: name }];
  return { entities: { [called]: { fields, layers: 'endpoint', ...more } } };
}

describe('a name that is taken', () => {
  const cases = new Map<string, number>();
  for (let round = 0; round < rounds; round += 1)
    for (const sections of findTaken(round)) cases.set(JSON.stringify(sections), round);

  it('is found by looking', () => {
    expect(cases.size).toBeGreaterThan(30);
  });

  it.each([...cases])('%s is refused, and told by that name', (sections, round) => {
    const more = JSON.parse(sections) as object;
    const name = /"(?:entities|services)":[[{]"(\w+)"/.exec(sections)![1]!;
    const refusal = refusalOf(() => pathsWith(round, more));
    if (refusal === undefined) {
      // Fields of a person beside those that a feature brings.
      const { entities } = blueprintWith(round, more);
      expect(entities.find((entity) => entity.name === name)?.broughtBy).toBeDefined();
      return;
    }
    expect(['taken-name', 'blueprint']).toContain(refusal.id);
    expect(refusal.message).toContain(name);
    expect(refusal.exitCode).toBe(3);
  });
});

function refusalOf(attempt: () => unknown): HutError | undefined {
  try {
    attempt();
  } catch (error) {
    if (error instanceof HutError) return error;
    throw error;
  }
  return undefined;
}
