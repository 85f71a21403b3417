import type { Scalar } from '@hut/blueprint';
import { decimalCode } from '../decimal-code.ts';
import type { Sample } from './sample.ts';

/** Numbers of a field, counted in its smallest steps: 1 is 0.01 of a decimal with two places. */
interface Steps {
  readonly lowest: bigint | undefined;
  readonly highest: bigint | undefined;
  /** Steps between one and the next sample. */
  readonly stride: bigint;
}

/** Numbers for the tests; where records count, `room` keeps the count within the bounds. */
interface Picked {
  readonly stored: bigint;
  readonly given: bigint;
  readonly changed: bigint;
  readonly room: string;
}

/** More records than all tests of a project make. */
const MANY = 100_000n;

/** Numbers of a field, or undefined when it holds none. */
export function sampleNumber(field: Scalar): Sample | undefined {
  const { type } = field;
  if (type.name === 'int' || type.name === 'bigint') return sampleWhole(field, type.name);
  if (type.name === 'float') return sampleFloat(field);
  return type.name === 'decimal' ? sampleDecimal(field, type) : undefined;
}

function sampleWhole(field: Scalar, name: 'int' | 'bigint'): Sample {
  const bits = name === 'int' ? 31 : 63;
  const bounds = { lowest: toSteps(field.min, 0), highest: toSteps(field.max, 0) };
  const { stored, given, changed, room } = pick({ ...bounds, stride: 1n }, field.unique);
  const below = bounds.lowest === undefined ? `-(2**${String(bits)}) - 1` : String(bounds.lowest - 1n);
  const above = bounds.highest === undefined ? `2**${String(bits)}` : String(bounds.highest + 1n);
  return {
    stored: () => (field.unique ? plus(stored, `number${room}`) : String(stored)),
    given: String(given),
    changed: String(changed),
    refused: [below, above],
    isDistinct: stored !== changed,
  };
}

function plus(first: bigint, number: string): string {
  return first === 0n ? number : `${String(first)} + ${number}`;
}

function sampleDecimal(
  field: Scalar,
  { precision, scale }: { readonly precision: number; readonly scale: number },
): Sample {
  const most = 10n ** BigInt(precision) - 1n;
  const steps = {
    lowest: toSteps(field.min, scale),
    highest: toSteps(field.max, scale) ?? most,
    stride: precision > scale ? 10n ** BigInt(scale) : 1n,
  };
  const { stored, given, changed, room } = pick(steps, field.unique);
  const text = (value: bigint) => fromSteps(value, scale);
  return {
    stored: ({ scope }) => {
      const start = decimalCode(text(stored), scope);
      const decimal = scope.use('decimal', 'Decimal');
      return field.unique ? `${start} + ${decimal}(number${room}).scaleb(-${String(scale)})` : start;
    },
    given: `"${text(given)}"`,
    changed: `"${text(changed)}"`,
    refused: [
      `"${fromSteps(stored * 10n + 1n, scale + 1)}"`,
      `"${text(most + 1n)}"`,
      ...(steps.lowest === undefined ? [] : [`"${text(steps.lowest - 1n)}"`]),
      ...(field.max === undefined ? [] : [`"${text(steps.highest + 1n)}"`]),
    ],
    isDistinct: stored !== changed,
  };
}

function sampleFloat({ min, max, unique }: Scalar): Sample {
  const [lowest, highest] = [Number(min ?? -Infinity), Number(max ?? Infinity)];
  const first = Number.isFinite(lowest) ? lowest : Math.min(0, highest);
  const step = Math.min(1.5, (highest - first) / 4);
  const code = (value: number) => (Number.isInteger(value) ? value.toFixed(1) : String(value));
  const [given, changed, above] = [first + step, first + 2 * step, first + 3 * step].map(code);
  return {
    stored: () => (unique ? `${above!} + number / 2**20` : code(first)),
    given: given!,
    changed: changed!,
    refused: [
      '"nan"',
      ...(min === undefined ? [] : [code(lowest - 1)]),
      ...(max === undefined ? [] : [code(highest + 1)]),
    ],
    isDistinct: step > 0,
  };
}

/** Three neighbours from the lowest number that is allowed, or nought. Numbers that records count come after two of them. */
function pick({ lowest, highest, stride }: Steps, isUnique: boolean): Picked {
  const first = lowest ?? (highest !== undefined && highest < 0n ? highest - 1000n : 0n);
  const within = (value: bigint) => (highest !== undefined && value > highest ? highest : value);
  if (!isUnique) return { stored: first, given: within(first + stride), changed: within(first + 2n * stride), room: '' };
  const room = highest === undefined ? MANY : highest - first - 1n;
  return {
    stored: within(first + 2n),
    given: first,
    changed: within(first + 1n),
    room: room < MANY ? ` % ${String(room < 1n ? 1n : room)}` : '',
  };
}

function toSteps(text: string | undefined, places: number): bigint | undefined {
  if (text === undefined) return undefined;
  const [whole = '', fraction = ''] = text.split('.');
  return BigInt(whole + fraction.padEnd(places, '0'));
}

function fromSteps(value: bigint, places: number): string {
  const digits = String(value < 0n ? -value : value).padStart(places + 1, '0');
  const split = digits.length - places;
  const text = places === 0 ? digits : `${digits.slice(0, split)}.${digits.slice(split)}`;
  return value < 0n ? `-${text}` : text;
}
