import { LINE_WIDTH } from '@hut/fastapi';
import type { Secret, Setting } from '@hut/render';

/** A line of the settings class or of `.env.example`, and the comment above it. */
export interface SettingLine {
  readonly comment: string;
  readonly declaration: string;
}

/** What both of them print. */
export interface SettingLines {
  readonly settings: readonly SettingLine[];
  readonly environment: readonly SettingLine[];
}

/** Settings and secrets, by name. A secret has a type that hides it, and no default; a short one does not boot. */
export function toSettingLines(
  settings: readonly Setting[],
  secrets: readonly Secret[],
): SettingLines {
  const declared = [
    ...settings.map((setting) => ({ ...setting, isSetting: true })),
    ...secrets.map((secret) => ({
      ...secret,
      type: `Annotated[SecretStr, Field(min_length=${String(secret.bytes)})]`,
      default: null,
      example: '',
    })),
  ].sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    settings: declared
      .filter(({ isSetting }) => isSetting)
      .map(({ name, type, doc, ...rest }) => ({
        comment: `# ${doc}`,
        declaration: toDeclaration(`${name}: ${type}`, rest.default),
      })),
    environment: declared.map(({ name, doc, example }) => ({
      comment: `# ${doc}`,
      declaration: `${name.toUpperCase()}=${example}`,
    })),
  };
}

/** A default that does not fit behind its name stands in parentheses, as ruff format leaves it. */
function toDeclaration(declared: string, value: string | null): string {
  if (value === null) return declared;
  const line = `${declared} = ${value}`;
  return line.length <= LINE_WIDTH - indent ? line : `${declared} = (\n        ${value}\n    )`;
}

const indent = 4;
