import type { Mark } from '@/domain/mark';
import type { Shelf } from '@/domain/shelf';

/** The name of the mark on the shelf. */
export const MARK = 'mark';

/** The mark that lies outside the databases; `null` before the first library was opened. */
export const readMark = async (shelf: Pick<Shelf, 'get'>): Promise<Mark | null> =>
  ((await shelf.get(MARK)) as Mark | undefined) ?? null;

/** Papers up to which they are counted whenever it is of use; the papers of a larger library are counted at each care. */
const FEW = 5_000;

/** Whether so many papers are counted in a moment. */
export const isSoonCounted = (mark: Mark | null): boolean => (mark?.papers ?? 0) <= FEW;
