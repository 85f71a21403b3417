import type { Secret, Setting } from '@hut/render';

/** One setting as the settings class and `.env.example` print it. */
export interface SettingLines {
  readonly comment: string;
  readonly declaration: string;
  readonly exampleComment: string;
  readonly example: string;
}

/** Settings and secrets, by name. A secret has a type that hides it, and no default. */
export function toSettingLines(
  settings: readonly Setting[],
  secrets: readonly Secret[],
): readonly SettingLines[] {
  const declared = [
    ...settings.map((setting) => ({
      ...setting,
      default: setting.default === null ? '' : ` = ${setting.default}`,
    })),
    ...secrets.map(({ name, doc }) => ({ name, doc, type: 'SecretStr', default: '', example: '' })),
  ];
  return declared
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, type, doc, example, ...rest }) => ({
      comment: `# ${doc}`,
      declaration: `${name}: ${type}${rest.default}`,
      exampleComment: `# ${doc}`,
      example: `${name.toUpperCase()}=${example}`,
    }));
}
