import { defineKind, type Contribution } from '../kind.ts';

/** Where a section of the project's README stands. */
export const docsBands = ['start', 'use', 'grow', 'operate'] as const;

/** A section of the project's README. */
export interface DocsSection {
  readonly title: string;
  readonly band: (typeof docsBands)[number];
  /** Markdown below the heading, without a final newline. */
  readonly body: string;
}

/** Key: title; stands once. Order: band, then title. */
export const docsKind = defineKind<DocsSection>({
  id: 'docs',
  key: ({ title }) => title,
  meet: 'once',
  bands: docsBands,
  bandOf: ({ band }) => band,
  form: { title: 'text', band: { oneOf: docsBands }, body: 'text' },
});

/** Adds a section to the project's README. */
export function docs(
  title: string,
  { band, body }: Omit<DocsSection, 'title'>,
): Contribution<DocsSection> {
  return { kind: docsKind, item: { title, band, body } };
}
