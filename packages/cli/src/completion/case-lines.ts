/** The cases of a `case` statement as bash and zsh write it, a line each. */
export function caseLines(cases: readonly string[]): string {
  return cases.map((one) => `    ${one}`).join('\n');
}
