import { file, type Contribution, type ProjectFile } from '@hut/render';
import { places } from './places.ts';

/** What is in the packages that several generators put modules into. */
const ABOUT = {
  commands: 'What a person runs: `python -m app.commands.<name>`.',
  dependencies: 'What routes depend on.',
  services: 'What can be done, and the rules for it.',
  versions: 'Version 1 of the API.',
} as const;

/** The `__init__.py` of a place: everyone who puts modules there contributes it, and it stands once. */
export function pythonPackage(place: keyof typeof ABOUT): Contribution<ProjectFile> {
  const text = `"""${ABOUT[place]}"""\n`;
  const path = `${places[place]!}/__init__.py`;
  return file({ path, template: `@${place}/__init__.py`, text, render: () => text });
}
