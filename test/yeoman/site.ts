import { choice, defineGenerator, flag, list, text, type Definition, type Lookup } from '@hut/kit';
import { dependency, dependencyKind, ignore, ignoreKind, nextStep, secret } from '@hut/render';
import { compileTemplate } from '@hut/render/compile';

/** Generators of a test, and how often they have rendered a project. */
export interface Site {
  readonly lookup: Lookup;
  readonly site: Definition;
  readonly cache: Definition;
  readonly renderings: () => number;
}

const siteTexts = {
  'fastapi/all/.gitignore':
    '<% for (const ignore of view.ignores) { -%>\n<%- ignore %>\n<% } -%>\n',
  'fastapi/all/about.txt': 'one\n<%- view.about %>\nthree\n',
  'fastapi/all/app.py':
    '"""The site <%- view.name %>."""\n\nNEEDS = [\n<% for (const name of view.dependencies) { -%>\n    "<%- name %>",\n<% } -%>\n]\n',
};

const cacheTexts = { 'fastapi/all/cache.py': 'BACKEND = "<%- view.backend %>"\n' };

/** A builder of three files and a secret, and a feature with options that adds a file and a line to each. */
export function openSite(): Site {
  let renderings = 0;
  const site = defineGenerator({
    id: 'site',
    summary: 'A site',
    command: 'build',
    options: { description: text('', 'What it is about') },
    isActive: () => true,
    amend: ({ values: { description } }) =>
      description === undefined ? [] : [{ set: ['description'], value: description }],
    contribute: ({ blueprint, files }) => {
      renderings += 1;
      return [
        ignore('*.log'),
        secret('secret_key', { doc: 'Signs what must not be changed' }),
        nextStep('serve', { command: 'serve', why: 'start it' }),
        ...files('all', (assembled) => ({
          name: blueprint.name,
          about: blueprint.description,
          ignores: assembled.of(ignoreKind).map(({ pattern }) => pattern),
          dependencies: assembled.of(dependencyKind).map(({ name }) => name),
        })),
      ];
    },
  });
  const lookup = [
    { definition: site, templates: toTemplates(siteTexts) },
    { definition: cache, templates: toTemplates(cacheTexts) },
  ];
  return { lookup, site, cache, renderings: () => renderings };
}

const cache = defineGenerator({
  id: 'cache',
  summary: 'A cache',
  feature: true,
  options: {
    backend: choice(['redis', 'memory'], 'redis', 'Where it is kept'),
    regions: list(null, [], 'Where it runs'),
    warm: flag(false, 'Filled at the start'),
  },
  contribute: ({ options, files }) => [
    dependency('redis', '>=6'),
    ignore('dump.rdb'),
    ...files('all', () => ({ backend: options['backend'] })),
  ],
});

function toTemplates(texts: Readonly<Record<string, string>>): Lookup[number]['templates'] {
  return Object.fromEntries(
    Object.entries(texts).map(([path, template]) => [path, compileTemplate(template, path)]),
  );
}
