import type { Entity, Scalar } from '@hut/blueprint';
import { longestOf } from '../field-bounds.ts';
import type { Sample } from './sample.ts';

/** What stands around the part of a text that differs. */
interface Form {
  readonly before: string;
  readonly after: string;
  readonly refused: readonly string[];
}

/** The parts that differ: two as code, and one that is part of an f-string. */
interface Middles {
  readonly counted: string;
  readonly given: string;
  readonly changed: string;
}

const BARE: Form = { before: '', after: '', refused: [] };

const FORMS: Readonly<Record<string, Form>> = {
  email: { before: '', after: '@example.org', refused: ['"no address"'] },
  url: { before: 'https://example.org/', after: '', refused: ['"ftp://example.org"'] },
  slug: { ...BARE, refused: ['"No Slug"'] },
};

/** A text needs this much room for a number that tells it from others. */
const NUMBER_ROOM = 6;
const READABLE = 60;

/** Texts of a field: readable ones where its length allows it, else as many letters as fit. */
export function sampleText(field: Scalar, entity: Entity): Sample {
  const { before, after, refused } = FORMS[field.type.name] ?? BARE;
  const around = before.length + after.length;
  const shortest = Math.max(Number(field.min ?? 0) - around, 0);
  const longest = (longestOf(field, entity) ?? Infinity) - around;
  const { counted, given, changed } =
    readableTexts(field, shortest, longest) ?? tightTexts(shortest, longest);
  const put = (middle: string) => joinCode([quote(before), middle, quote(after)]);
  return {
    stored: () => `f"${before}${counted}${after}"`,
    given: put(given),
    changed: put(changed),
    refused: [...refused, ...refusedLengths(field, entity), ...refusedNul(field)],
    isDistinct: true,
  };
}

function quote(text: string): string {
  return text === '' ? '' : `"${text}"`;
}

/** Literals beside each other are one. */
function joinCode(parts: readonly string[]): string {
  const code = parts.filter((part) => part !== '').join(' + ');
  return code.replaceAll('" + "', '');
}

function readableTexts(field: Scalar, shortest: number, longest: number): Middles | undefined {
  const isSpoken = field.type.name === 'string' || field.type.name === 'text';
  const say = isSpoken ? spoken : joined;
  const [given, changed] = [say(field.name), say(`another_${field.name}`)];
  const fits =
    shortest <= given.length && changed.length + NUMBER_ROOM <= Math.min(longest, READABLE);
  if (!fits) return undefined;
  const counted = `${given}${isSpoken ? ' ' : '-'}{number}`;
  return { counted, given: quote(given), changed: quote(changed) };
}

function spoken(name: string): string {
  const text = name.replaceAll('_', ' ');
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

function joined(name: string): string {
  return name.replaceAll('_', '-');
}

/** Letters that fill the length, and digits that do. */
function tightTexts(shortest: number, longest: number): Middles {
  const length = Math.max(1, Math.min(longest, Math.max(shortest, NUMBER_ROOM)));
  const cut = length < NUMBER_ROOM ? ` % 10**${String(length)}` : '';
  return {
    counted: `{number${cut}:0${String(length)}}`,
    given: repeat('a', length),
    changed: repeat('b', length),
  };
}

function refusedLengths(field: Scalar, entity: Entity): readonly string[] {
  const longest = longestOf(field, entity);
  const { name } = field.type;
  if (name === 'email') return [];
  if (name === 'url') return [`"https://example.org/" + ${repeat('x', longest ?? 0)}`];
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
