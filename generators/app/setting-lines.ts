import type { Secret, Setting } from '@hut/render';

/** One setting as the settings class and `.env.example` print it. */
export interface SettingLines {
  readonly comment: string;
  readonly declaration: string;
  readonly exampleComment: string;
  readonly example: string;
}

/** Settings and secrets, by name. A secret has a type that hides it, and no default; a short one does not boot. */
export function toSettingLines(
  settings: readonly Setting[],
  secrets: readonly Secret[],
): readonly SettingLines[] {
  const declared = [
    ...settings.map((setting) => ({
      ...setting,
      default: setting.default,
    })),
    ...secrets.map(({ name, doc, bytes }) => ({
      name,
      doc,
      type: `Annotated[SecretStr, Field(min_length=${String(bytes)})]`,
      default: null,
      example: '',
    })),
  ];
  return declared
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, type, doc, example, ...rest }) => ({
      comment: `# ${doc}`,
      declaration: toDeclaration(`${name}: ${type}`, rest.default),
      exampleComment: `# ${doc}`,
      example: `${name.toUpperCase()}=${example}`,
    }));
}

/** A default that does not fit behind its name stands in parentheses, as ruff format leaves it. */
function toDeclaration(declared: string, value: string | null): string {
  if (value === null) return declared;
  const line = `${declared} = ${value}`;
  return line.length <= width - indent ? line : `${declared} = (\n        ${value}\n    )`;
}

const width = 100;
const indent = 4;
