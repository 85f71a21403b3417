import { lookup } from '../../generators/lookup.ts';
import { askProduct } from './ask-product.ts';
import { cover } from './cover.ts';
import { toFactors } from './to-factors.ts';

/** Everything that a hut.yaml can decide with the generators that there are. */
export const factors = toFactors(lookup);

/** What the product says of a row. */
export const ask = askProduct(lookup, factors);

/** The rows in which any two levels meet. */
export const matrix = cover(factors, ask);
