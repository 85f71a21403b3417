import type { Entity, Scalar } from '@hut/blueprint';
import { longestOf } from '../field-bounds.ts';
import type { Sample } from './sample.ts';

/** What stands around the part of a text that differs. */
interface Form {
  readonly before: string;
  readonly after: string;
  readonly refused: readonly string[];
}

const BARE: Form = { before: '', after: '', refused: [] };

const FORMS: Readonly<Record<string, Form>> = {
  email: { before: '', after: '@example.org', refused: ['"no address"'] },
  url: { before: 'https://example.org/', after: '', refused: ['"ftp://example.org"', '"https://"'] },
  slug: { ...BARE, refused: ['"No Slug"'] },
};

/** A text needs this much room for a number that tells it from others. */
const NUMBER_ROOM = 6;

/** Texts of a field: readable ones where its length allows it, else as many letters as fit. */
export function sampleText(field: Scalar, entity: Entity): Sample {
  const form = FORMS[field.type.name] ?? BARE;
  const around = form.before.length + form.after.length;
  const shortest = Math.max(Number(field.min ?? 0) - around, 0);
  const longest = (longestOf(field, entity) ?? Infinity) - around;
  const words = field.type.name === 'string' || field.type.name === 'text' ? spoken : joined;
  const [given, changed] = [words(field.name), words(`another_${field.name}`)];
  const isRoomy = shortest <= given.length && changed.length + NUMBER_ROOM <= Math.min(longest, 60);
  const put = (middle: string) => `${form.before}${middle}${form.after}`;
  const texts = isRoomy
    ? { number: `${given}${words === spoken ? ' ' : '-'}{number}`, given, changed }
    : tightTexts(Math.max(1, Math.min(longest, Math.max(shortest, NUMBER_ROOM))));
  return {
    stored: () => `f"${put(texts.number)}"`,
    given: `"${put(texts.given)}"`,
    changed: `"${put(texts.changed)}"`,
    refused: [...form.refused, ...refusedLengths(field, entity), ...refusedNul(field)],
    isDistinct: true,
  };
}

function spoken(name: string): string {
  const text = name.replaceAll('_', ' ');
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

function joined(name: string): string {
  return name.replaceAll('_', '-');
}

/** Letters that fill the length, and digits that do. */
function tightTexts(length: number): { number: string; given: string; changed: string } {
  const cut = length < NUMBER_ROOM ? ` % 10**${String(length)}` : '';
  return {
    number: `{number${cut}:0${String(length)}}`,
    given: 'a'.repeat(length),
    changed: 'b'.repeat(length),
  };
}

function refusedLengths(field: Scalar, entity: Entity): readonly string[] {
  const longest = longestOf(field, entity);
  const { name } = field.type;
  if (name === 'email') return [];
  if (name === 'url') return [`"https://example.org/" + "x" * ${String(longest)}`];
  const shortest = Number(field.min ?? 0);
  return [
    ...(shortest > 0 ? [repeat('x', shortest - 1)] : []),
    ...(longest === undefined ? [] : [repeat('x', longest + 1)]),
  ];
}

function repeat(letter: string, count: number): string {
  return count < 8 ? `"${letter.repeat(count)}"` : `"${letter}" * ${String(count)}`;
}

/** NUL in as many places as the field needs letters, so that nothing else is wrong. */
function refusedNul({ type, min = '1' }: Scalar): readonly string[] {
  if (type.name !== 'string' && type.name !== 'text') return [];
  return [min === '1' || min === '0' ? '"\\0"' : `"\\0" * ${min}`];
}
