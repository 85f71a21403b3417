import { shellText } from '@hut/render';
import { caseLines } from './case-lines.ts';
import type { Place, Word } from './to-places.ts';
import { valueCases } from './value-cases.ts';

/** The completion of `hut` for zsh, from all places of its command line. */
export function zshScript(places: readonly Place[]): string {
  return `#compdef hut
# Completes hut in zsh. For good: put  eval "$(hut completion zsh)"  into ~/.zshrc, behind compinit
_hut() {
  local at='' before=\${words[CURRENT-1]} index
  local -a found flags values
  if [[ $PREFIX == --*=* ]]; then
    before=\${PREFIX%%=*}=
    compset -P '*='
  fi
  for ((index = 2; index < CURRENT; index++)); do
    case "$at/\${words[index]}" in
${caseLines(places.flatMap(leadCases))}
    esac
  done
  case "$before" in
${caseLines(valueCases(places).map(([names, values]) => valueCase(names, values)))}
  esac
  case "$at" in
${caseLines(places.map(placeCase))}
  esac
  if [[ $PREFIX == -* ]]; then _describe option flags
  elif ((\${#found})); then _describe command found
  else _files
  fi
}
if [[ \${funcstack[1]} == _hut ]]; then _hut "$@"; else compdef _hut hut; fi
`;
}

function leadCases({ at, leads }: Place): readonly string[] {
  return leads.map(([word, to]) => `(${shellText(`${at}/${word}`)}) at=${shellText(to)} ;;`);
}

function valueCase(names: readonly string[], values: readonly string[]): string {
  const found = `values=(${values.map(shellText).join(' ')}); _describe value values`;
  return `(${names.join('|')}) ${values.length === 0 ? '_files' : found}; return ;;`;
}

function placeCase({ at, words, flags }: Place): string {
  const said = (list: readonly Word[]): string => list.map(described).join(' ');
  return `(${at === '' ? "''" : shellText(at)}) found=(${said(words)}) flags=(${said(flags)}) ;;`;
}

function described({ word, doc }: Word): string {
  return shellText(doc === '' ? word : `${word}:${doc}`);
}
