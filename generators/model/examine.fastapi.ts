import { unknown, well, wrong, type ExamineContext, type Finding } from '@hut/kit';
import { revisionsIn, isDatabaseMissing } from './is-applied.fastapi.ts';

const where = 'migrations';

/** Whether the migrations have one end, and the database is there. */
export async function examineMigrations(context: ExamineContext): Promise<readonly Finding[]> {
  const { call, program, reaches } = context;
  const alembic = program('alembic');
  if (alembic === null) return [];
  const { status, answer } = await call({ program: alembic, args: ['heads'] });
  if (status !== 0) return [unknown('migrations', where, 'Alembic could not read them')];
  const heads = revisionsIn(answer);
  if (heads.length > 1) return [twoHeads(heads)];
  const one = well('migrations', where, 'one line');
  if (heads.length === 0 || !(await reaches('database_url'))) return [one];
  return [one, await examineApplied(heads[0]!, alembic, context)];
}

/** A run joins them, and keeps its record of that. */
function twoHeads(heads: readonly string[]): Finding {
  const what = `end in ${heads.length} heads: ${heads.join(', ')}`;
  return wrong('migrations', { where, what, fix: 'hut sync' });
}

async function examineApplied(
  head: string,
  alembic: string,
  context: ExamineContext,
): Promise<Finding> {
  const fix = context.enter('alembic upgrade head');
  const what = 'not all of them are applied';
  if (isDatabaseMissing(context)) return wrong('applied', { where, what, fix });
  const { status, answer } = await context.call({ program: alembic, args: ['current'] });
  if (status !== 0) return unknown('applied', where, 'the database could not be asked');
  if (revisionsIn(answer).includes(head)) return well('applied', where, 'all applied');
  return wrong('applied', { where, what, fix });
}
