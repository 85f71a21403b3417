/**
 * A shop with rows that people worked on, brought from 0.1.0 to 0.2.0 and to 0.3.0: the rows stay, and the project
 * passes everything that its own CI would run. The environment is made once.
 */
import { join } from 'node:path';
import { requireUv, runTool } from '@hut/testing';
import { buildShop, workOn, type Shop } from '../later-version/edited-shop.ts';

const rows = join(import.meta.dirname, 'upgrade/rows.py');

describe('a shop with rows that people worked on', () => {
  let shop: Shop;
  let stored: string;
  const tool = (name: string, ...args: string[]): string =>
    runTool(join(shop.root, '.venv/bin', name), args, shop.root);
  const python = (...args: string[]): string => tool('python', '-W', 'error', ...args);
  const show = (): string => runRows('show');
  const runRows = (what: string): string => {
    process.env.PYTHONPATH = shop.root;
    return python(rows, what);
  };

  beforeAll(() => {
    shop = buildShop();
    workOn(shop);
    runTool(requireUv(), ['sync', '--quiet', '--compile-bytecode'], shop.root);
    python('-m', 'alembic', 'upgrade', 'head');
    runRows('store');
    stored = show();
  });
  afterAll(() => {
    delete process.env.PYTHONPATH;
    shop.remove();
  });

  it('has rows in tables that depend on each other', () => {
    expect(Object.keys(JSON.parse(stored) as object)).toEqual(
      expect.arrayContaining(['customers', 'products', 'reviews']),
    );
  });

  it.each(['0.2.0', '0.3.0'] as const)(
    'comes to %s with every row, and has no drift',
    (version) => {
      const ran = shop.hut(version, 'upgrade --yes');
      expect(ran).toMatchObject({ exitCode: 0, stderr: '' });
      for (const step of [['upgrade', 'head'], ['check']]) python('-m', 'alembic', ...step);
      expect(show()).toBe(stored);
    },
  );

  it('passes then what its own CI would run', () => {
    tool('ruff', 'check', '.');
    tool('ruff', 'format', '--check', '.');
    tool('mypy');
    expect(python('-m', 'pytest', '-W', 'error', '-q')).toMatch(/\d+ passed/);
  });
});
