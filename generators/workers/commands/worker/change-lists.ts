import type { Splice } from '@hut/blueprint';
import { HutError } from '@hut/errors';
import { featureList, type Asked } from '@hut/kit';
import { SCHEDULED_WORD, toScheduled } from '../../written-names.ts';

const tasks = featureList({ feature: 'workers', option: 'tasks' });
const jobs = featureList({
  feature: 'workers',
  option: 'scheduled',
  nameOf: (item) => toScheduled(item).name,
});

/** `hut add worker invoice`, `hut add worker scheduled cleanup --every 10m`. Throws HutError `word`, `needed` without workers. */
export function addWorker(asked: Asked): readonly Splice[] {
  const { args, written } = asked;
  const [task, job] = args;
  if (task === undefined) return [];
  const isThere = written(['features', 'workers']) !== undefined;
  if (task !== SCHEDULED_WORD) {
    const name = requireTask(asked, task);
    if (!isThere) throw noWorkers(`--tasks ${name}`);
    return tasks.add(asked, [name]);
  }
  if (job === undefined) return [];
  const item = `${job}=${requireWhen(asked, job)}`;
  if (!isThere) throw noWorkers(`--scheduled "${item}"`);
  const other = jobs.find(asked, job);
  if (other !== undefined && other !== item) throw isScheduled(job, toScheduled(other).when);
  return jobs.add(asked, [item]);
}

/** The inverse. Throws HutError `word` for one that is not there. */
export function removeWorker(asked: Asked): readonly Splice[] {
  const [task, job] = asked.args;
  if (task === undefined) return [];
  if (task === SCHEDULED_WORD) return job === undefined ? [] : removeJob(asked, job);
  refuseSecond(asked, task);
  return tasks.find(asked, task) === undefined
    ? removeJob(asked, task)
    : tasks.remove(asked, [task]);
}

function removeJob(asked: Asked, job: string): readonly Splice[] {
  const item = jobs.find(asked, job);
  if (item === undefined) throw notThere(asked, job);
  return jobs.remove(asked, [item]);
}

/** A task has one name, and no times. */
function requireTask(asked: Asked, task: string): string {
  refuseSecond(asked, task);
  if (Object.keys(asked.values).length === 0) return task;
  throw new HutError({
    id: 'word',
    message: `${task} would be a task, which has no times`,
    hint: `For what is done again and again: hut add worker ${SCHEDULED_WORD} ${task} --every 10m`,
  });
}

function refuseSecond({ args: [, second] }: Asked, task: string): void {
  if (second === undefined) return;
  throw new HutError({
    id: 'word',
    message: `One task at a time: ${task}, and then ${second}`,
    hint: `Or, for what is done again and again: ${SCHEDULED_WORD} ${second}`,
  });
}

function requireWhen({ values: { every, cron } }: Asked, job: string): string {
  const [when, ...more] = [every, cron].filter((value) => value !== undefined);
  if (when !== undefined && more.length === 0) return String(when);
  throw new HutError({
    id: 'word',
    message: `When ${job} is done is ${when === undefined ? 'not said' : 'said twice'}`,
    hint: 'Write one of --every 10m (of s, m, h, d) and --cron "0 3 * * *" (UTC).',
  });
}

function noWorkers(options: string): HutError {
  return new HutError({
    id: 'needed',
    message: 'Nothing runs tasks in this project',
    hint: `Add that first: hut add workers. Or both at once: hut add workers ${options}`,
  });
}

function isScheduled(job: string, when: string): HutError {
  return new HutError({
    id: 'word',
    message: `${job} is there already, for ${when}`,
    hint: `Change that in hut.yaml and run hut sync, or remove it first: hut remove worker ${SCHEDULED_WORD} ${job}`,
  });
}

function notThere(asked: Asked, name: string): HutError {
  const jobNames = jobs.items(asked).map((item) => toScheduled(item).name);
  const known = [...tasks.items(asked), ...jobNames].join(', ');
  return new HutError({
    id: 'word',
    message: `There is no task and no job ${name}`,
    hint: known === '' ? 'There are none.' : `There are: ${known}.`,
  });
}
