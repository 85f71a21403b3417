import { defineKind, type Contribution } from '../kind.ts';
import { symbolForm, type CodeSymbol } from '../symbol.ts';

/** Something that is known of a request, and that what it leaves for later shall know too. */
export interface ContextVariable {
  /** What it is called where it travels: `request_id`. */
  readonly name: string;
  /** The variable that holds it: in Python a `ContextVar[str]`. */
  readonly use: CodeSymbol;
}

/** Key: name; two of one name clash. Order: name. */
export const contextVariableKind = defineKind<ContextVariable>({
  id: 'context-variable',
  key: ({ name }) => name,
  meet: 'clash',
  form: { name: 'text', use: symbolForm },
});

/** Has whatever works for a request in another process know the value of `use`. */
export function contextVariable(name: string, use: CodeSymbol): Contribution<ContextVariable> {
  return { kind: contextVariableKind, item: { name, use } };
}
