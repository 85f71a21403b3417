import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { anyCommand } from './any-command.ts';
import { toShapes, wordsOf, type Command, type CommandShape } from './command.ts';
import { everything } from './everything.ts';
import type { Draw } from './draw.ts';
import type { PropertyRun } from './hold.ts';
import type { Files, Shop } from './shop.ts';

/** A command that changed a project, with the project before it. */
export interface Step {
  readonly command: Command;
  readonly before: Files;
  /** The keys of hut.yaml that it wrote: `entities.Article.layers`. */
  readonly wrote: readonly string[];
  /** The entities that were there, and that its words name. */
  readonly needs: readonly string[];
}

/** All commands that there are. */
export const shapes = toShapes(everything);

type Counting = Pick<PropertyRun, 'draw' | 'count'>;

/** Tries random commands in a project, and tells those that changed it. */
export async function grow(
  shop: Shop,
  { draw, count }: Counting,
  tries: number,
  among: readonly CommandShape[] = shapes,
): Promise<readonly Step[]> {
  const steps: Step[] = [];
  for (let index = 0; index < tries; index++) {
    const step = await tryCommand(shop, { draw, count }, among);
    if (step !== null) steps.push(step);
  }
  return steps;
}

/** One of these commands; where there is nothing yet that it could be about, mostly one that makes something. */
export function drawCommand(
  shop: Shop,
  draw: Draw,
  among: readonly CommandShape[] = shapes,
): Command {
  const blueprint = shop.blueprint();
  const makers = among.filter(
    ({ verb, takes }) => verb === 'add' && takes.some(({ optional }) => optional),
  );
  const isBare = blueprint.entities.length === 0 && makers.length > 0 && draw.happens(0.8);
  return anyCommand(draw.pick(isBare ? makers : among), blueprint, draw);
}

/** One random command; null when it was refused or had nothing to do. */
export async function tryCommand(
  shop: Shop,
  { draw, count }: Counting,
  among: readonly CommandShape[],
): Promise<Step | null> {
  const blueprint = shop.blueprint();
  const command = drawCommand(shop, draw, among);
  const before = shop.files();
  const { exitCode } = await shop.hut(wordsOf(command));
  const wrote = findWritten(
    before.get('hut.yaml')!,
    readFileSync(join(shop.root, 'hut.yaml'), 'utf8'),
  );
  const outcome = exitCode !== 0 ? 'refused' : wrote.length === 0 ? 'with nothing to do' : 'done';
  count(`commands ${outcome}`);
  if (outcome !== 'done') return null;
  const said = wordsOf(command).flatMap((word) => word.toLowerCase().split(/[^a-z0-9]+/));
  const needs = blueprint.entities
    .map(({ name }) => name)
    .filter((name) => said.includes(name.toLowerCase()));
  return { command, before, wrote, needs };
}

type Data = Readonly<Record<string, unknown>>;

function findWritten(before: string, after: string): readonly string[] {
  return findChanged(parse(before) as Data, parse(after) as Data, '');
}

/** Down to a feature, and to the keys of an entity: what stands in those is one decision. */
function findChanged(before: Data, after: Data, path: string): readonly string[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys
    .filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
    .flatMap((key) => {
      const [one, other, at] = [before[key], after[key], `${path}${key}`];
      const isDeep = isMap(one) && isMap(other) && /^(features|entities(\.\w+)?)$/.test(at);
      return isDeep ? findChanged(one, other, `${at}.`) : [at];
    });
}

function isMap(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
