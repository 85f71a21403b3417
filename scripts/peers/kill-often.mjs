import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isSame, readProject } from './project-files.mjs';
import { commitAll } from './run-tool.mjs';

/** At so many moments, evenly spread over the time that the change takes. */
const usualTimes = Number(process.env.KILLS ?? 40);

/**
 * Kills a change, and looks twice: at what it leaves, and at what the next command makes of that. For hut the next
 * command is any one; the others have none that settles it, so it is the same again.
 */
export async function killOften(subject) {
  const times = Math.min(usualTimes, subject.kills ?? usualTimes);
  const parent = mkdtempSync(join(tmpdir(), 'hut-killed-'));
  const [kept, folder] = [join(parent, 'kept'), join(parent, 'shop')];
  const lay = () => {
    rmSync(folder, { recursive: true, force: true });
    cpSync(kept, folder, { recursive: true });
  };
  const look = () => readProject(folder, subject.ignored);
  try {
    subject.create(folder);
    commitAll(folder, 'made');
    cpSync(folder, kept, { recursive: true });
    const before = look();
    const started = performance.now();
    await run(subject, folder);
    const whole = performance.now() - started;
    const after = look();
    const isWhole = () => isSame(look(), before) || isSame(look(), after);
    const counts = { mixed: 0, still: 0, killed: 0 };
    for (let turn = 0; turn < times; turn++) {
      lay();
      if (!(await run(subject, folder, (whole * (turn + 0.5)) / times))) continue;
      counts.killed++;
      if (!isWhole()) counts.mixed++;
      if (subject.settle) subject.settle(folder);
      else await run(subject, folder);
      if (!isWhole()) counts.still++;
    }
    const next = subject.settle ? 'the next command' : 'the same command again';
    const still = counts.still === 0 ? '0' : `**${counts.still}**`;
    return `${counts.killed} kills: ${counts.mixed} leave a mixture, after ${next} ${still}`;
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}

/** Returns whether it was killed. */
function run(subject, folder, after) {
  const [program, ...args] = subject.changeCommand('article', folder);
  const cwd = subject.commandFolder ?? folder;
  const child = spawn(program, args, { cwd, stdio: 'ignore', detached: true });
  return new Promise((done) => {
    if (after !== undefined) setTimeout(() => killGroup(child.pid), after);
    child.once('exit', (_code, signal) => done(signal !== null));
  });
}

function killGroup(pid) {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended.
  }
}
