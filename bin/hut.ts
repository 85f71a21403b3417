#!/usr/bin/env node
/** The command. All but the version loads when it is needed: shells and scripts ask for the version most often. */
import nodeModule from 'node:module';
import manifest from '../package.json' with { type: 'json' };
import { surviveWriteErrors } from './survive-write-errors.ts';

const words = process.argv.slice(2);
// Node 22.1 and newer keep the compiled code of the next import.
(nodeModule as { enableCompileCache?: () => unknown }).enableCompileCache?.();
surviveWriteErrors();

if (words.length === 1 && words[0] === '--version') process.stdout.write(`${manifest.version}\n`);
else void import('./command.ts').then(({ run }) => run(words, manifest.version));
