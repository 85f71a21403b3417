import { editByChance } from './edits.ts';
import { toChance } from './random.ts';
import { changeRecipe, drawRecipe, FILES } from './render.ts';

/** One case: a file as rendered, as edited and as rendered again. */
export interface Triple {
  readonly seed: number;
  readonly path: string;
  readonly base: string;
  readonly mine: string;
  readonly next: string;
}

/** The case of a seed. */
export function drawTriple(seed: number): Triple {
  const chance = toChance(seed);
  const path = chance.pick(Object.keys(FILES));
  const render = FILES[path]!;
  const recipe = drawRecipe(chance);
  const lines = render(recipe);
  const next = `${render(changeRecipe(recipe, chance)).join('\n')}\n`;
  return {
    seed,
    path,
    base: `${lines.join('\n')}\n`,
    mine: editByChance(lines, path, chance),
    next,
  };
}
