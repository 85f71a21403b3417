import { toPlainQuotes } from '../items/plain-text.ts';
import type { Language } from '../language.ts';
import { combineByLines, depthByHeader, indentOf } from './combining.ts';
import { dropDoubleLines } from './drop-double-lines.ts';
import { mendCommas } from './mend-commas.ts';
import { parseJson, parseToml, parseYaml } from './parse-documents.ts';
import { parseEnv, parseIni, parseLineList } from './parse-lines.ts';
import { proveData, type DataTree } from './prove-data.ts';
import { splitDataStatements } from './split-statements.ts';

type DataLanguage = Language<DataTree>;

const toKey = (line: string) => line.trimEnd();
const shared = { toKey, prove: proveData, dropDoubles: dropDoubleLines };

/** TOML: keys before tables, arrays by item, inline tables never. */
export const toml: DataLanguage = {
  ...shared,
  toKey: (line) => (/["#]/.test(line) ? line : line.replace(/'[^'\\]*'/g, toPlainQuotes)).trimEnd(),
  parse: parseToml,
  combining: {
    ...combineByLines({ depth: depthByHeader, item: /^\s*(?:[\w."'-]+\s*=\s*\S|["'{\d].*,\s*$)/ }),
    splitStatements: splitDataStatements,
    dialect: 'toml',
  },
};

/** YAML: by indentation, as Python. */
export const yaml: DataLanguage = {
  ...shared,
  parse: parseYaml,
  combining: {
    ...combineByLines({
      depth: indentOf,
      item: /^\s*(?:- )?(?:["']?[\w.@/-]+["']?:\s+[^\s|>&#]|[^\s#-].*[^:\s]\s*$|- [^\s#].*[^:\s]\s*$)/,
      indented: true,
    }),
    splitStatements: splitDataStatements,
    dialect: 'yaml',
  },
};

/** JSON: a comma at the end of a line belongs to nobody. */
export const json: DataLanguage = {
  ...shared,
  toKey: (line) => line.trimEnd().replace(/,$/, ''),
  parse: parseJson,
  combining: combineByLines({ depth: () => 0, item: /^\s*["\d\w-].*[^{[]\s*$/ }),
  mend: mendCommas,
};

/** .env: one variable a line. */
export const env: DataLanguage = {
  ...shared,
  parse: parseEnv,
  combining: combineByLines({ depth: () => 0, item: /^\s*(?:export\s+)?[A-Za-z_][\w.-]*\s*=/ }),
};

/** INI: keys before sections. */
export const ini: DataLanguage = {
  ...shared,
  parse: parseIni,
  combining: combineByLines({ depth: depthByHeader, item: /^[^\s[#;][^=:]*[=:]/ }),
};

/** Patterns and requirements: one a line. */
export const list: DataLanguage = {
  ...shared,
  parse: parseLineList,
  combining: combineByLines({ depth: () => 0, item: /^\s*[^\s#]/ }),
};
