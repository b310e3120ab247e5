import { writeStatus, writeTag } from '@/storage/steps/actions';
import type { GlossDatabase } from '@/storage/db';
import { exportedText } from './exported';
import { pageStates } from '@/storage/papers';
import { openLibrary, refOf } from './open';

/* A library of three papers, all saved and with one tag. */

export const ids = [1, 2, 3].map((number) => `arxiv:2401.0000${number}`);
export const papers = ids.map((id) => refOf([id], { title: `Paper ${id}` }));
export const [first] = papers;

export const statuses = async (db: GlossDatabase) =>
  (await pageStates(db, papers)).map(({ status }) => status);
export const tagsOf = async (db: GlossDatabase) =>
  (await pageStates(db, papers)).map(({ tags }) => tags.map(({ name }) => name));

export const fileOf = async (db: GlossDatabase): Promise<string> => exportedText(db);

export async function threeSaved() {
  const library = openLibrary();
  const { db, env } = library;
  for (const [index, paper] of papers.entries()) {
    await writeStatus(db, env, { opId: `s${index}`, paper, status: 'saved' });
    await writeTag(db, env, { opId: `t${index}`, paper, name: 'moons', on: true });
  }
  return library;
}
