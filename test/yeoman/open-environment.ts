import { TestAdapter } from '@yeoman/adapter/testing';
import { createEnv } from 'yeoman-environment';
import Generator from 'yeoman-generator';
import { toYeoman } from '@hut/kit/yeoman';
import type { Site } from './site.ts';

/** A Yeoman of a test: real but for the terminal, which answers as told and keeps what is said. */
export interface Environment {
  /** Runs a generator of the site, or another one, with arguments and options as `yo` hands them on. */
  readonly run: (
    generator: string | typeof Generator,
    args?: readonly string[],
    options?: Readonly<Record<string, unknown>>,
  ) => Promise<void>;
  /** The questions that were asked, by name and message. */
  readonly asked: () => readonly { readonly name: string; readonly message: string }[];
  /** All that was printed. */
  readonly said: () => string;
}

/** A Yeoman in a folder, that knows the generators of a site as `hut:<id>`. */
export function openEnvironment(
  folder: string,
  { lookup }: Pick<Site, 'lookup'>,
  answers: Readonly<Record<string, unknown>> = {},
): Environment {
  const said: string[] = [];
  const log = toLog(said);
  const adapter = new TestAdapter({ mockedAnswers: { ...answers } as never, log });
  Object.assign(adapter, { log });
  const env = createEnv({ cwd: folder, adapter: adapter as never });
  for (const { definition } of lookup)
    env.register(
      toYeoman(definition, lookup, '0.1.0') as never,
      {
        namespace: `hut:${definition.id}`,
      } as never,
    );
  return {
    run: async (generator, args = [], options = {}) => {
      const created = await env.create(generator as string, {
        generatorArgs: [...args],
        generatorOptions: { ...options } as never,
      });
      await env.runGenerator(created as never);
    },
    asked: () =>
      (
        adapter as unknown as { calls: { question: { name: string; message: string } }[] }
      ).calls.map(({ question: { name, message } }) => ({ name, message })),
    said: () => said.join('\n'),
  };
}

function toLog(said: string[]): never {
  const keep = (...words: readonly unknown[]): unknown => {
    said.push(words.filter((word) => word !== '%s').join(' '));
    return log;
  };
  const names = ['write', 'writeln', 'ok', 'error', 'colored', 'create', 'force', 'skip'];
  const log = Object.assign(
    (...words: readonly unknown[]) => keep(...words),
    Object.fromEntries(
      [...names, 'conflict', 'identical', 'info', 'invoke', 'table'].map((name) => [
        name,
        (...words: readonly unknown[]) => keep(name, ...words),
      ]),
    ),
  );
  return log as never;
}
