import { byText } from '../by-text.ts';
import type { Doubt, FourTrees, Insertion, Language, Parsed } from '../language.ts';
import { countAll, findBreach } from '../law/count-law.ts';
import { sayBreach } from '../law/say-breach.ts';

/** One line of an instruction with its stage and its keyword; for CMD and the like also that there is one. */
type DockerfileTree = readonly string[];

const ONCE = new Set(['CMD', 'ENTRYPOINT', 'HEALTHCHECK', 'STOPSIGNAL']);
const KEYWORD =
  /^\s*(ADD|ARG|CMD|COPY|ENTRYPOINT|ENV|EXPOSE|FROM|HEALTHCHECK|LABEL|MAINTAINER|ONBUILD|RUN|SHELL|STOPSIGNAL|USER|VOLUME|WORKDIR)\b/i;

/** Dockerfile: instructions as a bag, stage by stage. */
export const dockerfile: Language<DockerfileTree> = {
  toKey: (line) => line.trimEnd(),
  parse: byText(parseDockerfile),
  prove: proveDockerfile,
  combining: {
    meet: (mine, next) => (hasStage(next) && !hasStage(mine) ? 'mine' : 'next'),
    beside: () => true,
    isItem: (line) => /^(ENV|ARG|LABEL|EXPOSE|COPY|RUN|ADD)\b.*[^\\]$/i.test(line.trimEnd()),
    toItemName: (line) => /^(?:ENV|ARG|LABEL)\s+[\w.-]+/i.exec(line.trim())?.[0] ?? line.trim(),
    sorted: false,
    indented: false,
  },
};

function hasStage({ lines }: Insertion): boolean {
  return lines.some((line) => /^\s*FROM\b/i.test(line));
}

function parseDockerfile(text: string): Parsed<DockerfileTree> {
  const atoms: string[] = [];
  let [stage, keyword, heredoc] = ['', '', ''];
  for (const [index, line] of text.split('\n').entries()) {
    const words = line.trim();
    if (heredoc !== '') {
      if (words === heredoc) heredoc = '';
      atoms.push(`${stage} ${keyword}: ${words}`);
      if (heredoc === '') keyword = '';
      continue;
    }
    if (words === '' || words.startsWith('#')) continue;
    if (keyword === '') {
      keyword = KEYWORD.exec(line)?.[1]?.toUpperCase() ?? '';
      if (keyword === '') return { ok: false, reason: `line ${index + 1} is no instruction` };
      if (keyword === 'FROM') stage = /\sAS\s+(\S+)/i.exec(line)?.[1] ?? `${stage}+`;
      if (ONCE.has(keyword)) atoms.push(`${stage} ${keyword}`);
    }
    atoms.push(`${stage} ${keyword}: ${words.replace(/\\$/, '').trim()}`);
    heredoc = /<<-?["']?(\w+)/.exec(line)?.[1] ?? '';
    if (!words.endsWith('\\') && heredoc === '') keyword = '';
  }
  if (keyword !== '') return { ok: false, reason: 'the last instruction is not finished' };
  return { ok: true, tree: atoms };
}

function proveDockerfile({
  base,
  mine,
  next,
  result,
}: FourTrees<DockerfileTree>): Doubt | undefined {
  const [b, m, n, r] = [base, mine, next, result].map(countAll) as [
    Counted,
    Counted,
    Counted,
    Counted,
  ];
  for (const [atom, count] of r) {
    if (count <= Math.max(m.get(atom) ?? 0, n.get(atom) ?? 0)) continue;
    return { reason: `"${atom.trim()}" would be there twice` };
  }
  const breach = findBreach(b, m, n, r);
  return breach === undefined ? undefined : { reason: sayBreach(breach, breach.thing.trim()) };
}

type Counted = ReadonlyMap<string, number>;
