/** A text with conflict markers, as it is when one side of each marked place is taken; `both` is mine, then next. */
export function takeSide(marked: string, side: 'mine' | 'next' | 'both'): string {
  let within: 'mine' | 'base' | 'next' | null = null;
  return marked
    .split('\n')
    .filter((line) => {
      const marker = MARKERS.find(([start]) => line.startsWith(start));
      if (marker === undefined || (marker[1] === 'next' && within === null))
        return within === null || within === side || (side === 'both' && within !== 'base');
      within = marker[1];
      return false;
    })
    .join('\n');
}

const MARKERS = [
  ['<<<<<<<', 'mine'],
  ['|||||||', 'base'],
  ['=======', 'next'],
  ['>>>>>>>', null],
] as const;
