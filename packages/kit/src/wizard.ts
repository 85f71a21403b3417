import type { Lookup } from './lookup.ts';
import type { Option, Values } from './option.ts';
import type { Question } from './prompt.ts';

/** Longer than this and people stop reading: the rest keeps its default, and is a flag. */
const mostQuestions = 6;

/** The questions of the wizard: each option of the command that was not given, then the features. */
export function wizardQuestions(
  options: Readonly<Record<string, Option>>,
  given: Values,
  lookup: Lookup,
): readonly Question[] {
  const missing = Object.entries(options).filter(
    ([name, option]) => !(name in given) && isOpen(option),
  );
  const questions = missing.map(([name, option]) => toQuestion(name, option));
  return [...questions, ...featureQuestion(lookup)].slice(0, mostQuestions);
}

/** Whether there is anything to choose. */
function isOpen(option: Option): boolean {
  return option.type !== 'choice' || option.choices.length > 1;
}

function toQuestion(name: string, option: Option): Question {
  const message = option.doc ?? name;
  if (option.type === 'flag') return { type: 'confirm', name, message, default: option.default };
  if (option.type === 'choice') {
    const choices = option.choices.map((value) => ({ name: value, value }));
    return { type: 'select', name, message, choices, default: option.default };
  }
  return { type: 'input', name, message, default: String(option.default ?? '') };
}

function featureQuestion(lookup: Lookup): readonly Question[] {
  const features = lookup
    .filter(({ definition }) => definition.feature)
    .map(({ definition }) => definition);
  if (features.length === 0) return [];
  const choices = features.map(({ id, summary }) => ({ name: `${id}: ${summary}`, value: id }));
  return [{ type: 'checkbox', name: 'features', message: 'Features', choices }];
}
