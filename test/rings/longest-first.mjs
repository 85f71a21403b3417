import Sequencer from '@jest/test-sequencer';

/** What takes minutes, the longest first: begun last, it would be waited for alone. */
const LONGEST = [
  'services/shop.ring',
  'mutation.ring',
  'mutation/features.ring',
  'year.ring',
  'services/minimal-project.ring',
  'kill-add.ring',
  'kill-change.ring',
  'services/change-scripts.ring',
  'services/entities.ring',
  'kill-build.ring',
  'kill-undo.ring',
  'matrix/gates.ring',
  'fuzz.ring',
];

/** The order of rings on a machine that has not run them yet, and so does not know how long each takes. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((one, other) => rankOf(one) - rankOf(other));
  }
}

function rankOf({ path }) {
  const rank = LONGEST.findIndex((name) => path.includes(name));
  return rank < 0 ? LONGEST.length : rank;
}
