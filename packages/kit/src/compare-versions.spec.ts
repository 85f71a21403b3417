import { compareVersions } from './compare-versions.ts';

describe('the order of versions', () => {
  const ascending = [
    '0.0.9',
    '0.1.0-alpha',
    '0.1.0-alpha.1',
    '0.1.0-alpha.beta',
    '0.1.0-rc.2',
    '0.1.0-rc.10',
    '0.1.0',
    '0.2.0',
    '0.10.0',
    '1.0.0',
  ];

  it('is that of semantic versions', () => {
    const shuffled = [...ascending].sort();
    expect(shuffled).not.toEqual(ascending);
    expect(shuffled.sort(compareVersions)).toEqual(ascending);
  });

  it('does not look at how a version was built', () => {
    expect(compareVersions('0.1.0+a', '0.1.0+b')).toBe(0);
  });
});
