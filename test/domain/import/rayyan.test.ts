import { expect, test } from 'vitest';
import { fromRayyan } from '@/domain/import/rayyan';
import { onlyPaper } from '../export/library';

const KEPT: [string, string[]][] = [
  [
    'USER-NOTES: {"Ann"=>["good design", "see | pipe"], "Bo"=>["he said \\"no\\""]}',
    ['good design', 'see | pipe', 'he said "no"'],
  ],
  [
    'RAYYAN-INCLUSION: {"Ann"=>"Included"} | USER-NOTES: {"Ann"=>["see [12] for this", "second"]}',
    ['see [12] for this', 'second'],
  ],
  ['Words of mine\nRAYYAN-INCLUSION: {"Ann"=>"Included"}', ['Words of mine']],
  ['a | b\n\nRAYYAN-LABELS: \nMore of mine', ['a | b', 'More of mine']],
  ['USER-NOTES: {"Ann"=>["curly } brace"]}\n\nWords of mine', ['curly } brace', 'Words of mine']],
  ['USER-NOTES: as I remember them', ['as I remember them']],
  ['RAYYAN-INCLUSION: {"Ann"=>"Maybe"} | mine, too', ['mine, too']],
  ['I wrote about RAYYAN-LABELS: once | twice', ['I wrote about RAYYAN-LABELS: once | twice']],
];

test.each(KEPT)('Rayyan: what persons wrote is the note: %s', (note, texts) => {
  expect(fromRayyan(note).text).toBe(texts.join('\n\n'));
});

test('labels end where the next part begins, and decisions are left out', () => {
  expect(
    fromRayyan('RAYYAN-EXCLUSION-REASONS: wrong moon | RAYYAN-LABELS: moons,low tides'),
  ).toEqual({ text: '', tags: ['moons', 'low tides'], isCut: true });
});

test('Rayyan’s note in BibTeX is read as in other files', async () => {
  const note = String.raw`RAYYAN-INCLUSION: {"Ann"=>"Included"} | RAYYAN-LABELS: moons | USER-NOTES: {"Ann"=>["good design"]}`;
  const paper = await onlyPaper('bibtex', `@article{a, title={Tides}, note={${note}}}`);
  expect(paper).toMatchObject({ note: 'good design', tags: ['moons'] });
});

test('JabRef’s comments of each person are notes', async () => {
  const file =
    '@article{a, title={Tides}, comment={mine}, comment-ann={disagrees with table 2}, comment-bo={so do I}}';
  expect((await onlyPaper('bibtex', file)).note).toBe('mine\n\ndisagrees with table 2\n\nso do I');
});
