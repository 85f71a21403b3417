/** Options of every command that have their value in the word behind them. */
const WITH_VALUE = new Set(['-C', '--cwd', '--on-conflict', '--verify']);

/** What `hut` itself answers without a command. */
const OWN = new Set(['-h', '--help', '-V', '--version']);

/** Commands whose second word names what they are about. */
const TWO_WORDS = new Set(['add', 'remove', 'change', 'rename', 'plugin']);

/**
 * The words of a command line with the options behind the command that they are for: people write
 * `hut -C shop add model Tag`, as they do with git.
 */
export function orderWords(argv: readonly string[]): readonly string[] {
  const first = splitOptions(argv);
  const [command, ...behind] = first.words;
  if (command === undefined) return argv;
  if (!TWO_WORDS.has(command)) return [command, ...first.options, ...behind];
  const second = splitOptions(behind);
  const [generator, ...words] = second.words;
  if (generator === undefined) return [command, ...first.options, ...behind];
  return [command, generator, ...first.options, ...second.options, ...words];
}

interface Split {
  readonly options: readonly string[];
  readonly words: readonly string[];
}

/** The options at the start, and the words behind them. */
function splitOptions(argv: readonly string[]): Split {
  let end = 0;
  while (isOption(argv[end])) end += WITH_VALUE.has(argv[end]!) ? 2 : 1;
  return { options: argv.slice(0, end), words: argv.slice(end) };
}

function isOption(word: string | undefined): boolean {
  return word !== undefined && /^-./u.test(word) && word !== '--' && !OWN.has(word);
}
