import { toYeoman } from '@hut/kit/yeoman';
import manifest from '../../../../package.json' with { type: 'json' };
import { lookup } from '../../../lookup.ts';
import { worker } from './worker.ts';

export default toYeoman(worker, lookup, manifest.version);
