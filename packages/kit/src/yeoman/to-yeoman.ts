import { basename } from 'node:path';
import Generator, { type BaseFeatures, type BaseOptions } from 'yeoman-generator';
import type { Definition } from '../define-generator.ts';
import type { Lookup } from '../lookup.ts';
import type { Argument } from '../verb.ts';
import { requestBuild, type Request, type Requested } from './build-request.ts';
import { readCommandLine, type Handed } from './command-line.ts';
import { declareFlags } from './declare-flags.ts';
import type { Environment } from './environment.ts';
import { buildFlags, everyFlag, optionFlags, type Flag } from './flag.ts';
import { requestGrowth } from './grow-request.ts';
import { readManner } from './manner.ts';
import { requireOpenProject } from './open-project.ts';
import { refuseMoreArguments, refuseUnknownFlags } from './refuse-unknown-flags.ts';
import { renderWhenDirty } from './render-run.ts';
import { say } from './say.ts';
import { sayNext, setUpRun } from './set-up-run.ts';
import { joinRun } from './shared-run.ts';
import { takeCommit } from './take-commit.ts';
import { withYeomanErrors } from './yeoman-error.ts';

/** What a builder takes. */
const folderArgument: Argument = {
  name: 'folder',
  doc: 'Folder of the project, named after its last part',
};

/**
 * The class that Yeoman wants, from a definition, all generators that this package knows, and its version.
 *
 *     _beforeQueue   the command line is read and checked, the run of the environment joined
 *     prompting      a builder finds its folder, and asks for what is missing
 *     configuring    the others find the project, and ask for what is missing
 *     default        what was asked for amends the ONE blueprint
 *     writing        it is rendered into the shared files, when it is another than before
 *     (conflicts)    the run commits, once for all of them
 *     install, end   a new project is set up, and what to do next is said
 */
export function toYeoman(
  definition: Definition,
  lookup: Lookup,
  version: string,
): typeof Generator {
  const isBuilder = definition.command === 'build';
  const flags = flagsOf(definition, lookup, isBuilder);
  const takes = isBuilder ? [folderArgument] : definition.arguments;

  return class HutGenerator extends Generator {
    readonly #handed: Handed;
    #request!: Request;
    #requested!: Requested;

    constructor(args: string[], options: BaseOptions, features?: BaseFeatures) {
      super(args, options, { ...features, tasksMatchingPriority: true });
      this.description = definition.summary;
      declareFlags(this, flags, takes);
      const hasFlags = args.some((word) => word.startsWith('-'));
      this.#handed = {
        args: hasFlags ? this.args.map(String) : args,
        options: { ...options },
        inArgs: this.options,
      };
    }

    /** Yeoman would look into package.json, and then speak of its install, in every Python project. */
    override determineAppname(): string {
      return basename(this.destinationRoot());
    }

    /** Called when the generator is queued: one that is only constructed, as for --help, joins no run. */
    _beforeQueue(): Promise<void> {
      return withYeomanErrors(() => {
        const env = this.env as Environment;
        if (env.rootGenerator?.() === undefined) refuseUnknownFlags(flags, this.#handed);
        const line = readCommandLine(flags, this.#handed);
        if (isBuilder) refuseMoreArguments(line.args, takes.length);
        const run = joinRun(env, { lookup, version, manner: readManner(line) });
        this.#request = { definition, run, line, folder: this.destinationRoot() };
        takeCommit(this, run);
      });
    }

    prompting(): Promise<void> {
      return withYeomanErrors(async () => {
        if (isBuilder) this.#requested = await requestBuild(this.#request);
      });
    }

    configuring(): Promise<void> {
      return withYeomanErrors(async () => {
        if (!isBuilder) this.#requested = await requestGrowth(this.#request);
      });
    }

    default(): void {
      const { run } = this.#request;
      const { amendments, command } = this.#requested;
      run.amendments = [...run.amendments, ...amendments];
      run.commands = [...run.commands, command];
    }

    writing(): Promise<void> {
      const { run, folder } = this.#request;
      return withYeomanErrors(() => renderWhenDirty(run, requireOpenProject(run, folder)));
    }

    install(): Promise<void> {
      return withYeomanErrors(() => setUpRun(this.#request.run, this.env.cwd));
    }

    end(): void {
      const { run } = this.#request;
      sayNext(run);
      const { isAsked, command } = this.#requested;
      if (isAsked && run.report?.written) say(run.env, `\nThe same again: ${command} --yes`);
    }
  } as never;
}

function flagsOf(definition: Definition, lookup: Lookup, isBuilder: boolean): readonly Flag[] {
  const own = optionFlags(definition.options);
  return [...own, ...(isBuilder ? buildFlags(lookup) : []), ...everyFlag];
}
