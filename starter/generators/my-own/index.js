import { toYeoman } from 'generator-hut/yeoman';
import { lookup } from '../../index.js';

/** The door of `yo hut-my-own:my-own`. */
export default toYeoman('my-own', lookup);
