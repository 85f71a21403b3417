import { didYouMean, HutError } from '@hut/errors';
import { camelOf, type Handed } from './command-line.ts';
import type { Flag } from './flag.ts';

/** What Yeoman hands along itself, and flags of its own that do no harm here. */
const ofYeoman = [
  ...['env', 'resolved', 'namespace', '_meta', 'sharedData', 'forwardErrorToEnvironment'],
  ...['help', 'h', 'skipInstall', 'forceInstall', 'skipCache', 'skipLocalCache', 'askAnswered'],
  ...['bail', 'ignoreWhitespace', 'skipYoResolve', 'nodePackageManager', 'logCwd', 'localOnly'],
  ...['destinationRoot', 'localConfigOnly', 'skipCheckEnv', 'skipParseOptions', 'experimental'],
  ...['ignoreVersionCheck', 'debug', 'insight', 'color'],
];

/** Throws HutError `unknown-flag`, with a suggestion, for a flag of the command line that is nobody's. */
export function refuseUnknownFlags(flags: readonly Flag[], { options }: Handed): void {
  const known = new Set([
    ...ofYeoman,
    ...flags.flatMap(({ name, alias }) => [camelOf(name), ...(alias ? [alias] : [])]),
  ]);
  const unknown = Object.keys(options).find((key) => !known.has(camelOf(key)));
  if (unknown === undefined) return;
  const name = unknown.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const names = flags.map((flag) => `--${flag.name}`);
  throw new HutError({
    id: 'unknown-flag',
    message: `Unknown flag ${name.length === 1 ? '-' : '--'}${name}`,
    hint: `${didYouMean(`--${name}`, names)}Add --help to see all of them.`,
  });
}

/** Throws HutError `unknown-argument` for an argument more than a command has. */
export function refuseMoreArguments(args: readonly string[], most: number): void {
  if (args.length <= most) return;
  throw new HutError({
    id: 'unknown-argument',
    message: `Unknown argument ${args[most]!}`,
    hint: 'Add --help to see what there is.',
  });
}
