import type { Token } from './token.ts';

/** Whose commas they are: those of a call, of a def's parameters, or any other pair of brackets. */
export type FrameKind = 'call' | 'parameters' | 'other';

/** One open pair of brackets while its own tokens pass. */
export interface Frame {
  readonly kind: FrameKind;
  readonly names: Set<string>;
  /** Lambdas whose colon is still to come: their commas are no borders. */
  lambdas: number;
  atStart: boolean;
  /** Call: a named argument was seen. Parameters: one with a default was seen. */
  named: boolean;
  /** Call: `**` was seen. Parameters: `*` was seen. */
  starred: boolean;
  parameter: string;
  hasDefault: boolean;
}

/** A pair of brackets that was just opened. */
export function openFrame(kind: FrameKind): Frame {
  const start = { lambdas: 0, atStart: true, named: false, starred: false };
  return { kind, names: new Set(), ...start, parameter: '', hasDefault: false };
}

/** Takes a token that stands directly in the brackets (`after` follows it); says what is wrong with it, or nothing. */
export function takeInFrame(
  frame: Frame,
  token: Token,
  after: Token | undefined,
): string | undefined {
  if (frame.kind === 'other') return undefined;
  if (frame.lambdas === 0 && isBorder(token)) {
    frame.atStart = true;
    return frame.kind === 'parameters' ? endParameter(frame) : undefined;
  }
  const starts = frame.atStart;
  frame.atStart = false;
  if (token.kind === 'keyword' && token.text === 'lambda') frame.lambdas++;
  else if (frame.lambdas > 0 && token.kind === 'op' && token.text === ':') frame.lambdas--;
  if (frame.kind === 'call') return starts ? startArgument(frame, token, after) : undefined;
  if (starts) startParameter(frame, token);
  else if (token.kind === 'op' && token.text === '=') frame.hasDefault = true;
  return undefined;
}

function isBorder({ kind, text }: Token): boolean {
  return kind === 'op' && (text === ',' || text === ')' || text === ']' || text === '}');
}

function startArgument(frame: Frame, token: Token, after: Token | undefined): string | undefined {
  const { kind, text } = token;
  if (kind === 'op' && text === '**') frame.starred = true;
  else if (kind === 'op' && text === '*') {
    return frame.starred ? 'an unpacked list after **' : undefined;
  } else if (kind === 'name' && after?.text === '=') return nameArgument(frame, text);
  else if (frame.named || frame.starred) return 'an argument without a name after one with a name';
  return undefined;
}

function nameArgument(frame: Frame, name: string): string | undefined {
  const twice = frame.names.has(name);
  frame.names.add(name);
  frame.named = true;
  return twice ? `the argument "${name}" is given twice` : undefined;
}

function startParameter(frame: Frame, { kind, text }: Token): void {
  if (kind === 'op' && (text === '*' || text === '**')) frame.starred = true;
  frame.parameter = kind === 'name' ? text : '';
}

function endParameter(frame: Frame): string | undefined {
  const { parameter, hasDefault } = frame;
  [frame.parameter, frame.hasDefault] = ['', false];
  if (parameter === '') return undefined;
  if (frame.names.has(parameter)) return `the parameter "${parameter}" is there twice`;
  frame.names.add(parameter);
  if (hasDefault) frame.named = true;
  const late = frame.named && !hasDefault && !frame.starred;
  return late ? `the parameter "${parameter}" has no default, but one before it has` : undefined;
}
