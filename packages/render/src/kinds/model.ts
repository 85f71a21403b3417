import { defineKind, type Contribution } from '../kind.ts';
import { symbolForm, type CodeSymbol } from '../symbol.ts';

/** A mapped class, which the migrations compare with the database. */
export interface Model {
  readonly use: CodeSymbol;
}

/** Key: name of the class; two of one name clash. Order: key. */
export const modelKind = defineKind<Model>({
  id: 'model',
  key: ({ use }) => use.name,
  meet: 'clash',
  form: { use: symbolForm },
});

/** Makes a mapped class known to the migrations: `symbol('app.models.article', 'Article')`. */
export function model(use: CodeSymbol): Contribution<Model> {
  return { kind: modelKind, item: { use } };
}
