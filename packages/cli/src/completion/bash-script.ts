import { shellText } from '@hut/render';
import { caseLines } from './case-lines.ts';
import type { Place } from './to-places.ts';
import { valueCases } from './value-cases.ts';

/** The completion of `hut` for bash, from all places of its command line. */
export function bashScript(places: readonly Place[]): string {
  return `# Completes hut in bash. For good: put  eval "$(hut completion bash)"  into ~/.bashrc
_hut() {
  local current=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]}
  local at='' words='' flags='' index
  # To bash, = is a word of its own.
  if [[ $current == '=' ]]; then current='' before=$before=
  elif [[ $before == '=' ]]; then before=\${COMP_WORDS[COMP_CWORD-2]}=
  fi
  for ((index = 1; index < COMP_CWORD; index++)); do
    case "$at/\${COMP_WORDS[index]}" in
${caseLines(places.flatMap(leadCases))}
    esac
  done
  case "$before" in
${caseLines(valueCases(places).map(([names, values]) => valueCase(names, values)))}
  esac
  case "$at" in
${caseLines(places.map(placeCase))}
  esac
  [[ $current == -* ]] && words=$flags
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _hut hut
`;
}

function leadCases({ at, leads }: Place): readonly string[] {
  return leads.map(([word, to]) => `${shellText(`${at}/${word}`)}) at=${shellText(to)} ;;`);
}

/** A value that can be anything is a file: what bash completes where nothing else is found. */
function valueCase(names: readonly string[], values: readonly string[]): string {
  const found = `COMPREPLY=($(compgen -W ${shellText(values.join(' '))} -- "$current"))`;
  return `${names.join('|')}) ${values.length === 0 ? 'COMPREPLY=()' : found}; return ;;`;
}

function placeCase({ at, words, flags }: Place): string {
  const said = (list: readonly { readonly word: string }[]): string =>
    shellText(list.map(({ word }) => word).join(' '));
  return `${at === '' ? "''" : shellText(at)}) words=${said(words)} flags=${said(flags)} ;;`;
}
