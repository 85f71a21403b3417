import { yamlScalar } from '@hut/render';

/** A variable as a line of YAML. */
export function toPairLine([name, value]: readonly [name: string, value: string]): string {
  return `${name}: ${yamlScalar(value)}`;
}
