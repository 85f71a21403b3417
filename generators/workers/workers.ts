import { defineGenerator } from '@hut/kit';
import { worker } from './commands/worker/worker.ts';
import { requirementsOf } from './samples.ts';
import { SCHEDULED, TASKS } from './written-names.ts';
import { contributeWorkers } from './workers.fastapi.ts';

/** What runs beside the requests. */
export const generator = defineGenerator({
  id: 'workers',
  feature: true,
  summary: 'Tasks that requests leave for later, and jobs at their times: Celery, on Redis or none',
  commands: [worker],
  provides: ['jobs'],
  requires: ({ tasks }) => requirementsOf(tasks as readonly string[]),
  options: {
    tasks: { type: 'list', default: [], doc: 'What requests leave for later, by name', ...TASKS },
    scheduled: {
      type: 'list',
      default: [],
      doc: 'What is done again and again: name=10m, or name=0 3 * * * (cron, UTC)',
      ...SCHEDULED,
    },
  },
  examples: [
    {},
    { tasks: ['invoice', 'send_report'] },
    {
      tasks: ['email', 'invoice', 'notification', 'report', 'upload'],
      scheduled: ['cleanup=10m', 'prune=0 3 * * *'],
    },
  ],
  contribute: contributeWorkers,
});
