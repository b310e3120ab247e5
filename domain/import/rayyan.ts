/** What Rayyan, a tool for reviews, wrote into a note, parted by bars: `RAYYAN-LABELS: moons,tides | USER-NOTES: {…}`. */
const PART = /^\s*(RAYYAN-[A-Z-]+|USER-NOTES):\s*([^]*)$/;
/** A note of a person: `"Ann"=>["Compare with ours"]`. */
const WORDS = /=>\s*\[([^\]]*)\]/g;

/** A note with the parts of Rayyan read: its labels are tags, what persons wrote is the note, decisions are left out. */
export function fromRayyan(note: string): { text: string; tags: string[]; isCut: boolean } {
  if (!note.includes('RAYYAN-') && !note.includes('USER-NOTES:'))
    return { text: note, tags: [], isCut: false };
  const texts: string[] = [];
  const tags: string[] = [];
  let isCut = false;
  for (const part of note.split(/\s*\|\s*/)) {
    const [, name, value = ''] = PART.exec(part) ?? [];
    if (name === undefined) texts.push(part);
    else if (name === 'RAYYAN-LABELS') tags.push(...value.split(',').map((tag) => tag.trim()));
    else if (name === 'USER-NOTES')
      for (const [, words = ''] of value.matchAll(WORDS))
        texts.push(
          ...words.split(/(?<="),\s*(?=")/).map((text) => text.replace(/^\s*"|"\s*$/g, '')),
        );
    else isCut = true;
  }
  return { text: texts.filter(Boolean).join('\n\n'), tags: tags.filter(Boolean), isCut };
}
