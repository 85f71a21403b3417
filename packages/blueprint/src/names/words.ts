/** The words of a name in any spelling: `HTTPLog`, `http_log` and `http log` are two words. */
export function wordsOf(name: string): readonly string[] {
  return name.match(/[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z0-9]+|[A-Z]+[0-9]*|[0-9]+/gu) ?? [];
}

/** `blog_post`, the spelling of fields, files and tables. */
export function snakeCase(name: string): string {
  return wordsOf(name).join('_').toLowerCase();
}

/** `blog-post`, the spelling of routes. */
export function kebabCase(name: string): string {
  return wordsOf(name).join('-').toLowerCase();
}

/** `BlogPost`, the spelling of classes; capitals inside a word stay, as in `HTTPLog`. */
export function pascalCase(name: string): string {
  return wordsOf(name).map(capitalize).join('');
}

/** `blogPost`. */
export function camelCase(name: string): string {
  const [first = '', ...rest] = wordsOf(name);
  return first.toLowerCase() + rest.map(capitalize).join('');
}

function capitalize(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
