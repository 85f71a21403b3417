import type { FileState, Why } from '@hut/kit';

/** What `hut why` found, as a person reads it. */
export function whyLines(why: Why): readonly string[] {
  const place = why.line === null ? why.path : `${why.path}:${why.line}`;
  const lines = says[why.owner](why).map((line, index) =>
    index === 0 ? `${place} ${line}` : line,
  );
  const became = why.owner === 'hut' && why.state !== null ? notes[why.state] : undefined;
  return became === undefined ? lines : [...lines, `  ${became}`];
}

/** By whose it is: the first line without the place, then what is known besides. */
const says: Readonly<Record<Why['owner'], (why: Why) => readonly string[]>> = {
  hut: ({ generator, template, contributions, asked }) => [
    `is rendered by ${generator}`,
    `  template ${template}`,
    ...contributions.map((one) => `  from ${one}`),
    ...asked.map((one) => `  asked for by ${one} (hut.yaml)`),
  ],
  before: () => ['was rendered, and hut.yaml no longer asks for it: hut sync'],
  once: ({ state, run }) => [
    `was made once${run === null ? ' by hut' : ''}, and is yours since: hut never writes it again`,
    ...(run === null ? [] : [`  made by ${run.command} (run ${run.id})`]),
    ...(state === 'edited' ? ['  edited by you'] : []),
  ],
  record: () => ['is what hut keeps for itself: commit it, and leave it as it is'],
  you: ({ path, generator }) => [
    `is yours: ${yours[path] ?? (generator === null ? 'hut does not render it' : `you wrote it into a file that ${generator} renders`)}`,
  ],
};

/** Files of the user's that hut has to do with all the same. */
const yours: Readonly<Record<string, string>> = {
  'hut.yaml': 'all that hut renders follows from it',
  '.env': 'hut adds what it lacks, and changes nothing in it',
};

/** What is to be known of a file besides who renders it. */
const notes: Readonly<Partial<Record<FileState, string>>> = {
  deleted: 'deleted by you: it stays deleted',
  owned: 'yours by own: in hut.yaml: hut does not write it now',
};
