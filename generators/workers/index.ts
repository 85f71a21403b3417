import { toYeoman } from '@hut/kit/yeoman';
import manifest from '../../package.json' with { type: 'json' };
import { lookup } from '../lookup.ts';
import { generator } from './workers.ts';

export default toYeoman(generator, lookup, manifest.version);
