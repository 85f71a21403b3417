import type { Parsed } from '../language.ts';
import { ANY, findRequirementName, type Leaf } from './leaf.ts';
import type { DocumentTree } from './prove-document.ts';

/** The variables of a .env text. */
export function parseEnv(text: string): Parsed<DocumentTree> {
  const leaves: Leaf[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (isBlankOrComment(line)) continue;
    const match = /^\s*(?:export\s+)?([A-Za-z_][\w.-]*)\s*=(.*)$/.exec(line);
    if (match === null) return { ok: false, reason: `line ${index + 1} is no KEY=value` };
    leaves.push({ path: `/${match[1]}`, value: `string ${match[2]!.trim()}` });
  }
  return { ok: true, tree: leaves };
}

/** The sections and keys of an INI text; lines that go on with indentation belong to the key above. */
export function parseIni(text: string): Parsed<DocumentTree> {
  const leaves: Leaf[] = [];
  let [section, key] = ['', ''];
  for (const line of text.split('\n')) {
    if (isBlankOrComment(line) || line.trimStart().startsWith(';')) continue;
    const header = /^\[(.+)\]\s*$/.exec(line);
    const goesOn = /^\s/.test(line) && key !== '';
    if (header !== null) [section, key] = [`/[${header[1]}]`, ''];
    else if (goesOn)
      leaves.push({ path: `${section}/${key}${ANY}`, value: `string ${line.trim()}` });
    else {
      const [, name, value] = /^([^=:]+?)\s*(?:[=:](.*))?$/.exec(line.trim()) ?? [];
      if (name === undefined) return { ok: false, reason: `"${line}" is no key` };
      key = name;
      leaves.push({ path: `${section}/${key}`, value: `string ${(value ?? '').trim()}` });
    }
  }
  return { ok: true, tree: leaves };
}

/** The lines of a list of patterns or requirements. */
export function parseLineList(text: string): Parsed<DocumentTree> {
  const lines = text.split('\n').filter((line) => !isBlankOrComment(line));
  return { ok: true, tree: lines.map((line) => toLeaf(line.trim())) };
}

function toLeaf(line: string): Leaf {
  const requirement = findRequirementName(line);
  const path = requirement === undefined ? ANY : `[requirement ${requirement}]`;
  return { path, value: `string ${line}` };
}

function isBlankOrComment(line: string): boolean {
  return line.trim() === '' || line.trimStart().startsWith('#');
}
