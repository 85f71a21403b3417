import { toPlainQuotes } from '../items/plain-text.ts';
import { byText } from '../by-text.ts';
import type { Language } from '../language.ts';
import { combineByLines, depthByHeader, indentOf } from './combining.ts';
import { dropDoubleLines } from './drop-double-lines.ts';
import { mendCommas } from './mend-commas.ts';
import { parseJson, parseToml, parseYaml } from './parse-documents.ts';
import { parseEnv, parseIni, parseLineList } from './parse-lines.ts';
import { proveDocument, type DocumentTree } from './prove-document.ts';
import { splitStatements, widenByBrackets } from './split-statements.ts';

type DocumentLanguage = Language<DocumentTree>;

const toKey = (line: string) => line.trimEnd();
const toQuotedKey = (line: string) =>
  (/["#]/.test(line) ? line : line.replace(/'[^'\\]*'/g, toPlainQuotes)).trimEnd();
const shared = {
  toKey,
  isOfValues: true,
  prove: proveDocument,
  dropDoubles: dropDoubleLines,
} as const;

/** TOML: keys before tables, arrays by item, inline tables never. */
export const toml: DocumentLanguage = {
  ...shared,
  toKey: toQuotedKey,
  parse: byText(parseToml),
  combining: {
    ...combineByLines({ depth: depthByHeader, item: /^\s*(?:[\w."'-]+\s*=\s*\S|["'{\d].*,\s*$)/ }),
    splitStatements,
    widen: widenByBrackets,
    dialect: 'toml',
  },
};

/** YAML: by indentation, as Python. */
export const yaml: DocumentLanguage = {
  ...shared,
  toKey: toQuotedKey,
  parse: byText(parseYaml),
  combining: {
    ...combineByLines({
      depth: indentOf,
      item: /^\s*(?:- )?(?:["']?[\w.@/-]+["']?:\s+[^\s|>&#]|[^\s#-].*[^:\s]\s*$|- [^\s#].*[^:\s]\s*$)/,
      indented: true,
    }),
    splitStatements,
    widen: widenByBrackets,
    dialect: 'yaml',
  },
};

/** JSON: a comma at the end of a line belongs to nobody. */
export const json: DocumentLanguage = {
  ...shared,
  toKey: (line) => line.trimEnd().replace(/,$/, ''),
  parse: byText(parseJson),
  combining: combineByLines({ depth: () => 0, item: /^\s*["\d\w-].*[^{[]\s*$/ }),
  mend: mendCommas,
};

/** .env: one variable a line. */
export const env: DocumentLanguage = {
  ...shared,
  parse: byText(parseEnv),
  combining: combineByLines({ depth: () => 0, item: /^\s*(?:export\s+)?[A-Za-z_][\w.-]*\s*=/ }),
};

/** INI: keys before sections. */
export const ini: DocumentLanguage = {
  ...shared,
  parse: byText(parseIni),
  combining: combineByLines({ depth: depthByHeader, item: /^[^\s[#;][^=:]*[=:]/ }),
};

/** Patterns and requirements: one a line. */
export const list: DocumentLanguage = {
  ...shared,
  parse: byText(parseLineList),
  combining: { ...combineByLines({ depth: () => 0, item: /^\s*[^\s#]/ }), sorted: false },
};
