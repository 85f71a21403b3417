import { toPlainQuotes } from '../items/plain-text.ts';
import type { Language } from '../language.ts';
import { pythonCombining } from './combining.ts';
import { dropDoubles } from './drop-doubles.ts';
import { restoreName } from './restore-name.ts';
import { provePython } from './prove-python.ts';
import { toTree, type PythonTree } from './python-tree.ts';
import { scanLines } from './statement.ts';

const QUOTED = /[rRbBuUfF]{0,2}'[^'"\\\n]*'/g;

/** Python: statements by layout, proven by the law of statements. */
export const python: Language<PythonTree> = {
  toKey: (line) => {
    if (!/[\t']|\s$/.test(line)) return line;
    const tidy = line.trimEnd().replace(/^[ \t]+/, (blanks) => blanks.replaceAll('\t', '    '));
    return tidy.includes("'") && !/["#]/.test(tidy) ? tidy.replace(QUOTED, toPlainQuotes) : tidy;
  },
  parse: (lines) => {
    const scan = scanLines(lines);
    return scan.ok ? { ok: true, tree: toTree(scan.statements) } : scan;
  },
  prove: provePython,
  combining: pythonCombining,
  dropDoubles,
  restoreName,
};
