import { shellText } from '@hut/render';
import type { FlagWord, Place } from './to-places.ts';

/** The completion of `hut` for fish, from all places of its command line. */
export function fishScript(places: readonly Place[]): string {
  return `# Completes hut in fish. For good: hut completion fish > ~/.config/fish/completions/hut.fish
function __hut_is
    set -l at ''
    for word in (commandline -opc)[2..-1]
        switch "$at/$word"
${places.flatMap(leadCases).join('\n')}
        end
    end
    contains -- "$at" $argv
end
${[...places.flatMap(wordLines), ...flagLines(places)].join('\n')}
`;
}

function leadCases({ at, leads }: Place): readonly string[] {
  return leads.map(
    ([word, to]) =>
      `            case ${fishText(`${at}/${word}`)}\n                set at ${fishText(to)}`,
  );
}

function wordLines({ at, words }: Place): readonly string[] {
  return words.map(({ word, doc }) => line(`${isAt([at])} -f -a ${fishText(word)}`, doc));
}

/** One line for an option, however many commands have it. */
function flagLines(places: readonly Place[]): readonly string[] {
  const found = new Map<string, readonly string[]>();
  for (const { at, flags } of places)
    for (const flag of flags.map(flagText)) found.set(flag, [...(found.get(flag) ?? []), at]);
  return [...found].map(([flag, at]) => `complete -c hut ${isAt(at)} ${flag}`);
}

function isAt(places: readonly string[]): string {
  return `-n ${fishText(['__hut_is', ...places.map(fishText)].join(' '))}`;
}

function flagText({ word, short, doc, value, values }: FlagWord): string {
  const names = `-l ${word.slice(2)}${short === undefined ? '' : ` -s ${short.slice(1)}`}`;
  const said = values.length === 0 ? '' : ` -a ${fishText(values.join(' '))}`;
  const taken = values.length === 0 ? ' -r -F' : ' -x';
  return `${names}${value === 'next' ? taken : ''}${said} -d ${fishText(doc)}`;
}

function line(words: string, doc: string): string {
  return `complete -c hut ${words}${doc === '' ? '' : ` -d ${fishText(doc)}`}`;
}

/** Always quoted: fish reads an empty word, and words that sh takes as they are, in its own way. */
function fishText(text: string): string {
  const quoted = shellText(text);
  return quoted.startsWith("'") ? quoted : `'${text}'`;
}
