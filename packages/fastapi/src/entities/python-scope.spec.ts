import { openScope, openTestScope } from './python-scope.ts';

describe('openScope', () => {
  it('imports what was used, whole modules first in their section, and nothing else', () => {
    const scope = openScope([]);
    expect(scope.useModule('datetime', 'dt')).toBe('dt');
    expect(scope.useModule('pytest')).toBe('pytest');
    expect(scope.use('typing', 'Any')).toBe('Any');
    expect(scope.use('pydantic', 'Field')).toBe('Field');
    expect(scope.use('pydantic', 'Field')).toBe('Field');
    expect(scope.imports()).toEqual([
      'import datetime as dt',
      'from typing import Any',
      '',
      'import pytest',
      'from pydantic import Field',
    ]);
  });

  it('gives another name to what would be hidden by a field, or by a class of the same name', () => {
    const scope = openScope(['dt', 'Page', 'relationship', 'relationship_']);
    expect(scope.useModule('datetime', 'dt')).toBe('dt_');
    expect(scope.use('app.core.pages', 'Page')).toBe('Page_');
    expect(scope.use('sqlalchemy.orm', 'relationship')).toBe('relationship__');
    expect(scope.use('app.models.text', 'Text')).toBe('Text');
    expect(scope.use('sqlalchemy', 'Text')).toBe('Text_');
    expect(scope.imports()).toEqual([
      'import datetime as dt_',
      '',
      'from sqlalchemy import Text as Text_',
      'from sqlalchemy.orm import relationship as relationship__',
      '',
      'from app.core.pages import Page as Page_',
      'from app.models.text import Text',
    ]);
  });

  it('puts its names into code that was written with the usual ones', () => {
    const scope = openScope(['String']);
    const used = [{ module: 'sqlalchemy', name: 'String' }];
    expect(scope.rename('String(80)', used)).toBe('String_(80)');
    expect(openScope([]).rename('String(80)', used)).toBe('String(80)');
  });
});

describe('openTestScope', () => {
  it('hides from pytest what it would take for tests', () => {
    const scope = openTestScope([]);
    expect(scope.use('app.models.test_case', 'TestCase')).toBe('_TestCase');
    expect(scope.use('app.models.contest', 'Contest')).toBe('Contest');
    expect(scope.imports()).toEqual([
      'from app.models.contest import Contest',
      'from app.models.test_case import TestCase as _TestCase',
    ]);
  });
});
