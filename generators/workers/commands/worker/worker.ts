import { defineGenerator, type Argument } from '@hut/kit';
import { SCHEDULED_WORD, WHEN } from '../../written-names.ts';
import { addWorker, removeWorker } from './change-lists.ts';

const takes: readonly Argument[] = [
  {
    name: 'task',
    doc: `A name for what is left for later; or ${SCHEDULED_WORD}, and a name for what is done again and again`,
    examples: ['invoice', 'send_report', SCHEDULED_WORD],
  },
  {
    name: 'job',
    doc: 'A name for what is done again and again',
    examples: ['cleanup', 'prune'],
    isWanted: ({ args: [task] }) => task === SCHEDULED_WORD,
  },
];

/** One more task, or one more job. */
export const worker = defineGenerator({
  id: 'worker',
  summary: 'One more task that requests leave for later, or one that is done at its times',
  arguments: takes,
  options: {
    every: {
      type: 'text',
      pattern: '[1-9][0-9]{0,4}[smhd]',
      expects: '10m (of s, m, h, d)',
      doc: 'How often a job is done: 10m (of s, m, h, d)',
    },
    cron: {
      type: 'text',
      pattern: WHEN.pattern,
      expects: WHEN.expects,
      doc: 'When a job is done, in five fields of cron, UTC: "0 3 * * *"',
    },
  },
  examples: [{}, { every: '10m' }, { cron: '0 3 * * *' }],
  amend: addWorker,
  verbs: { remove: { arguments: takes, amend: removeWorker } },
});
