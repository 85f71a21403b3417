/** `npm run hut -- ...`: the built command, with paths that count from where the user stands. */
import { createRequire } from 'node:module';

process.chdir(process.env.INIT_CWD ?? process.cwd());
createRequire(import.meta.url)('../dist/hut.cjs');
