import { yamlBlock, type YamlValue } from '@hut/render';

/** What stands below the name of a service. */
export type Service = Readonly<Record<string, YamlValue>>;

/** The lines of the services of a Compose file, in their order, with an empty one between two. */
export function toServiceLines(services: Readonly<Record<string, Service>>): readonly string[] {
  const blocks = Object.entries(services).map(([name, service]) =>
    yamlBlock({ [name]: service }).map((line) => `  ${line}`),
  );
  return blocks.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
}

/** A service for each item, by its name. */
export function servicesOf<Item extends { readonly name: string }>(
  items: readonly Item[],
  toService: (item: Item) => Service,
): Readonly<Record<string, Service>> {
  return Object.fromEntries(items.map((item) => [item.name, toService(item)]));
}
