import { expect, test } from 'vitest';
import { restamped } from '@/domain/restamped';
import { paperDocument, paperRecords } from '@/domain/export/convert';
import { mergePapers } from '@/domain/identity/merge';
import { erasePaper } from '@/domain/identity/erase';
import { editNote, mergeNotes, noNote, noteText } from '@/domain/paper/note';
import { newPaper } from '@/storage/steps/adopt';
import { refOf } from '../storage/open';

const FIRST = '0loyw3wls-0000-here';
const SECOND = '0loyw3wls-0000-there';
const LATER = '0loyw4208-0000-here';

test('a paper that a backup brings back has both texts of a note that two machines wrote', () => {
  const paper = newPaper(refOf(['arxiv:2401.00001']), 1);
  const note = mergeNotes(
    editNote(noNote(), 'First of two.', FIRST),
    editNote(noNote(), 'Second of two.', SECOND),
  );
  const backup = paperDocument({ ...paper, note }, []);
  const gone = erasePaper({ ...paper, note, removed: true, stamps: { removed: SECOND } });
  const back = mergePapers(gone, paperRecords(restamped(backup, LATER)).paper);
  expect(noteText(back.note)).toBe(noteText(note));
  expect(back.removed).toBe(false);
});
