import { findLeftOver } from '@hut/commit';
import { shellText } from '@hut/render';
import { well, wrong, type Finding } from './finding.ts';

/** What runs left below `.hut`. Throws errors of the disk. */
export function examineRuns(root: string): readonly Finding[] {
  const { killed, locked, damaged } = findLeftOver(root);
  const findings = [
    ...killed.slice(0, 1).map((where) =>
      wrong('killed-run', {
        where,
        what: 'a killed run left it',
        fix: 'hut status',
      }),
    ),
    ...(locked === null ? [] : [lockedFinding(locked)]),
    ...damaged.map((where) =>
      wrong('damaged-run', {
        where,
        what: 'the record of this run can not be read',
        fix: `rm -r ${shellText(where)}`,
      }),
    ),
  ];
  return findings.length > 0 ? findings : [well('runs', '.hut/runs', 'all ended well')];
}

function lockedFinding(where: string): Finding {
  const fix = `Wait for the command that runs; if there is none: rm ${shellText(where)}`;
  return wrong('lock', { where, what: 'somebody writes in the project', fix });
}
