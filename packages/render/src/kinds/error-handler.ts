import { defineKind, type Contribution } from '../kind.ts';
import { symbolForm, type CodeSymbol } from '../symbol.ts';

/** How an exception becomes an answer. */
export interface ErrorHandler {
  readonly exception: CodeSymbol;
  readonly use: CodeSymbol;
}

/** Key: exception; two of one exception clash. Order: exception. */
export const errorHandlerKind = defineKind<ErrorHandler>({
  id: 'error-handler',
  key: ({ exception }) => `${exception.name} ${exception.module}`,
  meet: 'clash',
  form: { exception: symbolForm, use: symbolForm },
});

/** Answers `exception` by `use`. */
export function errorHandler(exception: CodeSymbol, use: CodeSymbol): Contribution<ErrorHandler> {
  return { kind: errorHandlerKind, item: { exception, use } };
}
