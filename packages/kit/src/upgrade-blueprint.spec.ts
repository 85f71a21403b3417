import type { Lookup } from './lookup.ts';
import { upgradeBlueprint } from './upgrade-blueprint.ts';

const lookup: Lookup = [];
const upgrade = (text: string, version: string): string =>
  upgradeBlueprint(text, { lookup, version });

const text = `hut: 1
generator: '0.9.0' # asked for by Ada
name: shop
`;

describe('the hut.yaml of a project that is upgraded', () => {
  it('names the version that runs, and stays as its owner wrote it', () => {
    expect(upgrade(text, '0.10.0')).toBe(text.replace('0.9.0', '0.10.0'));
    expect(upgrade(text, '0.9.0')).toBe(text);
  });

  it.each(['0.8.9', '0.9.0-rc.1'])('is refused by the older version %s', (version) => {
    expect(() => upgrade(text, version)).toThrow(
      expect.objectContaining({
        id: 'other-version',
        exitCode: 3,
        message: expect.stringContaining('generator: 0.9.0') as string,
        hint: 'Run the newer one: npx --package generator-hut@0.9.0 hut <command>',
      }) as Error,
    );
  });

  it('is left to its reader when it names no exact version', () => {
    const vague = text.replace("'0.9.0'", 'latest');
    expect(upgrade(vague, '1.0.0')).toBe(vague);
  });

  it('is refused when no release wrote its format', () => {
    expect(() => upgrade(text.replace('hut: 1', 'hut: 0'), '1.0.0')).toThrow('format 0');
  });
});
