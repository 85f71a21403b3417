import type { Form } from './form.ts';

/** A name that code imports: `from app.core.cache import open_cache`. */
export interface CodeSymbol {
  readonly module: string;
  readonly name: string;
  /** What the importing code calls it, when `name` says too little there: `router as articles_router`. */
  readonly as?: string;
}

/** What a symbol of another package looks like. */
export const symbolForm: Form = {
  keys: { module: 'text', name: 'text', as: { optional: 'text' } },
};

/** The symbol `name` of `module`. */
export function symbol(module: string, name: string): CodeSymbol {
  return { module, name };
}
