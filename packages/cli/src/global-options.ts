import { Option, type Command } from 'commander';
import type { ConflictPolicy } from '@hut/kit';
import { checkLevels, type CheckLevel } from '@hut/render';

const dryRunForms = ['files', 'diff', 'json'] as const;

/** The options that every command has, as commander reads them. */
export interface GlobalOptions {
  readonly dryRun?: (typeof dryRunForms)[number];
  readonly check?: true;
  readonly yes?: true;
  readonly acceptDefaults?: true;
  readonly onConflict?: ConflictPolicy;
  readonly verify?: CheckLevel;
  readonly json?: true;
  readonly install: boolean;
  readonly git: boolean;
  readonly cwd?: string;
  readonly verbose?: true;
  readonly quiet?: true;
  readonly color: boolean;
}

/** Adds the options that every command has. */
export function withGlobalOptions(command: Command): Command {
  return command
    .addOption(
      new Option('-n, --dry-run <form>', 'show what would happen, write nothing').choices(
        dryRunForms,
      ),
    )
    .option('--check', 'exit 1 when something would change; writes nothing')
    .option('-y, --yes', 'ask nothing, take the defaults')
    .option('--accept-defaults', 'the same as --yes')
    .addOption(
      new Option('--on-conflict <what>', 'what becomes of a file that needs a decision').choices([
        'ask',
        'stop',
        'mine',
        'next',
        'markers',
      ]),
    )
    .addOption(
      new Option('--verify <level>', 'checks of the project that have to pass first').choices(
        checkLevels,
      ),
    )
    .option('--json', 'one JSON document on standard output')
    .option('--no-install', 'install no dependencies')
    .option('--no-git', 'make no git repository')
    .option('-C, --cwd <dir>', 'work as if started there')
    .option('-v, --verbose', 'show causes and the output of tools')
    .option('-q, --quiet', 'show errors only')
    .option('--no-color', 'no colours (also NO_COLOR)');
}

/** The option that stands alone too: its value never is the word behind it. */
export const formOption = '--dry-run';

/** Letters that can stand together behind one dash. */
const BUNDLE = /^-(?=.*n)[nyvq]{2,}$/u;

/**
 * `--dry-run` alone means files: said here, because an option with an optional value would swallow the
 * argument behind it (`hut build -n shop`).
 */
export function spellOutDryRun(argv: readonly string[]): readonly string[] {
  const end = argv.includes('--') ? argv.indexOf('--') : argv.length;
  return [...argv.slice(0, end).flatMap(spellOut), ...argv.slice(end)];
}

function spellOut(word: string): readonly string[] {
  if (word === '--dry-run' || word === '-n') return ['--dry-run=files'];
  if (word.startsWith('-n=')) return [word.replace('-n', '--dry-run')];
  return BUNDLE.test(word) ? [word.replaceAll('n', ''), '--dry-run=files'] : [word];
}
