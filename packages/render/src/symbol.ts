/** A name that code imports: `from app.core.cache import open_cache`. */
export interface CodeSymbol {
  readonly module: string;
  readonly name: string;
}

/** The symbol `name` of `module`. */
export function symbol(module: string, name: string): CodeSymbol {
  return { module, name };
}
