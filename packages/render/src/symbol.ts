/** A name that code imports: `from app.core.cache import open_cache`. */
export interface CodeSymbol {
  readonly module: string;
  readonly name: string;
  /** What the importing code calls it, when `name` says too little there: `router as articles_router`. */
  readonly as?: string;
}

/** The symbol `name` of `module`. */
export function symbol(module: string, name: string): CodeSymbol {
  return { module, name };
}
