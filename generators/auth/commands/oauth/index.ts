import { toYeoman } from '@hut/kit/yeoman';
import manifest from '../../../../package.json' with { type: 'json' };
import { lookup } from '../../../lookup.ts';
import { oauth } from './oauth.ts';

export default toYeoman(oauth, lookup, manifest.version);
