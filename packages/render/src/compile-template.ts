import ejs from 'ejs';
import type { Template } from './template-files.ts';

/**
 * The body of a function `(view) => string` for an EJS template, standing alone: no ejs at run time.
 * Undefined and null throw with the template's name, because EJS would print nothing in silence.
 */
export function templateSource(text: string, name: string): string {
  const template = new ejs.Template(text, {
    _with: false,
    localsName: 'view',
    strict: true,
    compileDebug: false,
    escape: String,
  }) as unknown as { compile(): void; source: string };
  template.compile();
  const body = template.source.replace(/^\s*function __append\(.*$/m, '');
  return [
    `const printed = (value) => { if (value === undefined || value === null) throw new TypeError(${JSON.stringify(`${name} prints an undefined value`)}); return value; };`,
    'const escapeFn = String;',
    'function __append(value) { __output += printed(value); }',
    body,
  ].join('\n');
}

/** A template compiled for use in this process; the bundle holds the same source, compiled when it is built. */
export function compileTemplate(text: string, name: string): Template {
  return new Function('view', templateSource(text, name)) as Template;
}
