import { symbol } from '@hut/render';
import { importLines } from './import-lines.ts';
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

  it('breaks a line that is longer than 100 columns, a name a line', () => {
    const names = Array.from({ length: 8 }, (_, index) => `a_rather_long_name_${index}`);
    expect(importLines(names.map((name) => symbol('m', name)))[0]).toBe(
      `from m import (\n    ${names.join(',\n    ')},\n)`,
    );
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
