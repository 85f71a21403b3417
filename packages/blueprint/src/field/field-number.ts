const PLAIN = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/u;
const INTEGER = /^-?(?:0|[1-9]\d*)$/u;
const FLOAT = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/u;

/** The largest of the whole numbers, by type. */
const LARGEST: Readonly<Record<string, bigint>> = { int: 2n ** 31n - 1n, bigint: 2n ** 63n - 1n };

/** Why a text is no value of a number type, or undefined. */
export function refuseNumber(
  text: string,
  type: { readonly name: string; readonly precision?: number; readonly scale?: number },
): string | undefined {
  if (type.name === 'float') return refuseFloat(text);
  if (type.name === 'decimal') return refuseDecimal(text, type.precision ?? 0, type.scale ?? 0);
  if (!INTEGER.test(text)) return `"${text}" is no whole number`;
  const largest = LARGEST[type.name] ?? 0n;
  const value = BigInt(text);
  return value > largest || value < -largest - 1n
    ? `${text} does not fit into ${type.name}`
    : undefined;
}

/** Less than zero when the left number is smaller; exact, however many digits they have. */
export function compareNumbers(left: string, right: string): number {
  if (!PLAIN.test(left) || !PLAIN.test(right)) return Number(left) - Number(right);
  const places = Math.max(placesOf(left), placesOf(right));
  const difference = scaled(left, places) - scaled(right, places);
  return difference < 0n ? -1 : Number(difference > 0n);
}

function refuseFloat(text: string): string | undefined {
  if (!FLOAT.test(text)) return `"${text}" is no number`;
  return Number.isFinite(Number(text)) ? undefined : `${text} does not fit into float`;
}

function refuseDecimal(text: string, precision: number, scale: number): string | undefined {
  if (!PLAIN.test(text)) return `"${text}" is no decimal number`;
  const whole = text.replace('-', '').split('.')[0] ?? '';
  const fits = placesOf(text) <= scale && (whole === '0' || whole.length <= precision - scale);
  return fits
    ? undefined
    : `${text} does not fit into decimal:${String(precision)},${String(scale)}`;
}

function placesOf(text: string): number {
  return text.split('.')[1]?.length ?? 0;
}

function scaled(text: string, places: number): bigint {
  const [whole = '', fraction = ''] = text.split('.');
  return BigInt(whole + fraction.padEnd(places, '0'));
}
