/** The parts that Rayyan, a tool for reviews, wrote into a note: `RAYYAN-LABELS: moons,tides | USER-NOTES: {…}`. */
const PART = /(?:^|\s*\|\s*|\s*\n)(?=(?:RAYYAN-[A-Z-]+|USER-NOTES):)/;
const NAMED = /^(RAYYAN-[A-Z-]+|USER-NOTES):[ \t]*([^]*)$/;
/** One line of a part that persons do not write notes into; what follows it is theirs. */
const FIRST_LINE = /^[^\n]*/;
/** A text in quotation marks, and the arrow behind it where it names who wrote the others. */
const QUOTED = /"((?:[^"\\]|\\.)*)"(\s*=>)?/gs;
/** The notes of persons, and what follows them: `{"Ann"=>["Compare with ours", "Read again"]}`. */
const USER_NOTES = /^\{(?:[^"{}]|"(?:[^"\\]|\\.)*")*\}/s;

const unescaped = (text: string): string =>
  text.replace(/\\([^])/g, (_, sign: string) => (sign === 'n' ? '\n' : sign));

/** The texts of a value of `USER-NOTES`, without the names of those who wrote them. */
function notesIn(value: string): string[] {
  const list = USER_NOTES.exec(value)?.[0];
  // A value in another form is kept as it is written.
  if (list === undefined) return [value.trim()];
  const texts = [...list.matchAll(QUOTED)].flatMap(([, text = '', arrow]) =>
    arrow === undefined ? [unescaped(text)] : [],
  );
  return [...texts, behind(value, list)];
}

/** What a value has behind a part of it. */
const behind = (value: string, part: string): string =>
  value
    .slice(part.length)
    .replace(/^\s*\|/, '')
    .trim();

/** Whether a note has parts of Rayyan. */
export const isOfRayyan = (note: string): boolean =>
  note.split(PART).some((part) => NAMED.test(part));

/** A note with the parts of Rayyan read: its labels are tags, what persons wrote is the note, decisions are left out. */
export function fromRayyan(note: string): { text: string; tags: string[]; isCut: boolean } {
  const texts: string[] = [];
  const tags: string[] = [];
  let isCut = false;
  for (const part of note.split(PART)) {
    const [, name, value = ''] = NAMED.exec(part) ?? [];
    if (name === undefined) texts.push(part);
    else if (name === 'USER-NOTES') texts.push(...notesIn(value));
    else {
      const line = FIRST_LINE.exec(value)?.[0] ?? '';
      const [said = ''] = line.split(/\s\|\s/);
      if (name === 'RAYYAN-LABELS') tags.push(...said.split(',').map((tag) => tag.trim()));
      else isCut = true;
      texts.push(behind(value, said));
    }
  }
  return texts.length === 1 && texts[0] === note
    ? { text: note, tags: [], isCut: false }
    : { text: texts.filter(Boolean).join('\n\n'), tags: tags.filter(Boolean), isCut };
}
