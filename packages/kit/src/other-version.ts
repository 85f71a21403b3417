import { writtenValue } from '@hut/blueprint';
import { HutError } from '@hut/errors';
import { compareVersions } from './compare-versions.ts';

interface Reader {
  /** The version that runs. */
  readonly version: string;
  /** The name of the file in messages. */
  readonly file: string;
  /** The file describes a project that is yet to be made. */
  readonly isNew: boolean;
}

/**
 * Throws HutError `other-version` for a text of hut.yaml that another version renders: what that version wrote is
 * not judged by the rules of this one. Only `upgrade` crosses versions, and it writes the running one first.
 */
export function refuseOtherVersion(text: string, reader: Reader): void {
  const written = writtenVersion(text);
  if (written !== null && written !== reader.version) throw otherVersion(written, reader);
}

/** The exact version that a text of hut.yaml names, or null. */
export function writtenVersion(text: string): string | null {
  const written = writtenValue(text, ['generator']);
  return typeof written === 'string' && /^\d+\.\d+\.\d+/.test(written) ? written : null;
}

/** What is thrown for a project that `written` renders, with every way on. */
export function otherVersion(written: string, reader: Reader): HutError {
  const { version, file } = reader;
  return new HutError({
    id: 'other-version',
    message: `${file}: generator: ${written} renders this project, and this is hut ${version}`,
    hint: `${ownWay(written, reader)}npx --package generator-hut@${written} hut <command>`,
  });
}

function ownWay(written: string, { version, isNew }: Reader): string {
  if (isNew) return 'Take that line out, and this version builds it; or run the right one: ';
  const isOlder = compareVersions(version, written) < 0;
  return isOlder
    ? 'Run the newer one: '
    : 'Bring the project to this version: hut upgrade. Or run the right one: ';
}
