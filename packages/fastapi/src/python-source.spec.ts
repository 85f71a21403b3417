import { symbol } from '@hut/render';
import { importLines } from './import-lines.ts';
import { compareExported } from './python-order.ts';
import { pythonCall } from './python-call.ts';
import { requirement } from './requirement.ts';

describe('importLines', () => {
  it('prints sections with a blank line between them, each sorted, each name once', () => {
    const lines = importLines([
      symbol('app.api', 'health'),
      symbol('fastapi', 'FastAPI'),
      symbol('app.api', 'docs'),
      symbol('collections.abc', 'Callable'),
      symbol('fastapi', 'FastAPI'),
    ]);
    expect(lines).toEqual([
      'from collections.abc import Callable',
      '',
      'from fastapi import FastAPI',
      '',
      'from app.api import docs, health',
    ]);
  });

  it('puts constants before classes before functions', () => {
    expect(importLines([symbol('m', 'run'), symbol('m', 'Runner'), symbol('m', 'RUNS')])).toEqual([
      'from m import RUNS, Runner, run',
    ]);
  });

  it('sorts as ruff does: digits by number, capitals after small letters are told apart', () => {
    const modules = ['user_role', 'user10', 'user2', 'user', 'HTTPLog'];
    expect(importLines(modules.map((module) => symbol(module, 'x')))).toEqual([
      'from HTTPLog import x',
      'from user import x',
      'from user2 import x',
      'from user10 import x',
      'from user_role import x',
    ]);
    const names = 'b router A Z ABTest AbBase Aab B2 B10 B_C ab_c ab2 ab10 AB A_B'.split(' ');
    expect(importLines(names.map((name) => symbol('m', name)))).toEqual([
      'from m import A_B, AB, B2, B10, B_C, A, Aab, AbBase, ABTest, Z, ab2, ab10, ab_c, b, router',
    ]);
  });

  it('imports under another name on a line of its own', () => {
    const symbols = [{ ...symbol('m', 'router'), as: 'm_router' }, symbol('m', 'x')];
    expect(importLines(symbols)).toEqual(['from m import router as m_router', 'from m import x']);
    const module = `m${'_long'.repeat(18)}`;
    expect(importLines([{ ...symbol(module, 'router'), as: 'm' }])).toEqual([
      `from ${module} import (\n    router as m,\n)`,
    ]);
  });

  it('breaks a line that is longer than 100 columns, a name a line', () => {
    const names = Array.from({ length: 8 }, (_, index) => `a_rather_long_name_${index}`);
    expect(importLines(names.map((name) => symbol('m', name)))[0]).toBe(
      `from m import (\n    ${names.join(',\n    ')},\n)`,
    );
  });
});

describe('compareExported', () => {
  it('is the order of ruff for __all__', () => {
    const sorted =
      'URL A ABTest Aab AbBase Base HTTPLog Item001 Item01 Item1 Item2 Item_2 User User2 User10 Z';
    expect(sorted.split(' ').reverse().sort(compareExported).join(' ')).toBe(sorted);
  });
});

describe('pythonCall', () => {
  it('stays on a line that it fits, and else has an argument a line', () => {
    expect(pythonCall('f', ['a', 'b=1'], 8)).toBe('f(a, b=1)');
    expect(pythonCall('f', ['a'.repeat(60), 'b'.repeat(60)], 4)).toBe(
      `f(\n        ${'a'.repeat(60)},\n        ${'b'.repeat(60)},\n    )`,
    );
  });
});

describe('requirement', () => {
  it('is a PEP 508 line', () => {
    const dependency = { name: 'sqlalchemy', extras: ['asyncio'], bounds: '>=2,<3', group: null };
    expect(requirement(dependency)).toBe('sqlalchemy[asyncio]>=2,<3');
  });
});
