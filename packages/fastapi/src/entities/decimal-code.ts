import type { PythonScope } from './python-scope.ts';

/** A decimal number as Python: of a text only where a number would not be exact. */
export function decimalCode(text: string, scope: PythonScope): string {
  const decimal = scope.use('decimal', 'Decimal');
  return /^-?\d+$/u.test(text) ? `${decimal}(${text})` : `${decimal}("${text}")`;
}
