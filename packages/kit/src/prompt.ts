/** One question in the form that inquirer and Yeoman's adapter share. */
export interface Question {
  readonly type: 'input' | 'select' | 'checkbox' | 'confirm';
  readonly name: string;
  readonly message: string;
  readonly default?: unknown;
  readonly choices?: readonly { readonly name: string; readonly value: string }[];
  readonly validate?: (value: string) => true | string;
}

/** Asks a person: `adapter.prompt` under yo, inquirer under hut. Rejects when the person leaves. */
export type Prompt = (questions: readonly Question[]) => Promise<Readonly<Record<string, unknown>>>;
