import { toYeoman } from '@hut/kit/yeoman';
import manifest from '../../../../package.json' with { type: 'json' };
import { lookup } from '../../../lookup.ts';
import { protect } from './protect.ts';

export default toYeoman(protect, lookup, manifest.version);
