import { toYeoman } from '@hut/kit/yeoman';
import { lookup } from '../lookup.ts';
import { generator } from './app.ts';

export default toYeoman(generator, lookup);
