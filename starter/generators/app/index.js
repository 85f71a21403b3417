/** `yo hut-my-own` is `yo hut-my-own:my-own`. */
export { default } from '../my-own/index.js';
