/** The folders that paths lie in, each once, the outer before the inner; the project itself is not among them. */
export function foldersAbove(paths: readonly string[]): string[] {
  const above = new Set<string>();
  for (const path of paths) {
    const parts = path.split('/');
    for (let length = 1; length < parts.length; length++)
      above.add(parts.slice(0, length).join('/'));
  }
  return [...above].sort();
}
