import { didYouMean, findNearest } from './nearest.ts';

describe('findNearest', () => {
  it('finds the word that a typo meant', () => {
    expect(findNearest('provders', ['providers', 'profile'])).toBe('providers');
  });

  it('ignores case', () => {
    expect(findNearest('article', ['Article'])).toBe('Article');
  });

  it('suggests nothing for a word that resembles none', () => {
    expect(findNearest('zebra', ['providers', 'model'])).toBeUndefined();
  });
});

describe('didYouMean', () => {
  it('is a sentence with a suggestion, or nothing', () => {
    expect(didYouMean('modle', ['model'])).toBe('Did you mean model? ');
    expect(didYouMean('zebra', ['model'])).toBe('');
  });
});
