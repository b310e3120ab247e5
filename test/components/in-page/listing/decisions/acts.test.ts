import { expect, test } from 'vitest';
import { stillThere } from '@/components/in-page/listing/decisions/acts';
import { entryOf, listedOf } from '../../listed';

test('an action goes to no other paper than the one that its row showed', () => {
  const [item] = listedOf({});
  if (!item) throw new Error('nothing is listed');
  expect(stillThere(item, () => undefined)).toBe(item);
  expect(stillThere(item, () => void (item.entry = entryOf('The same in another row')))).toBeNull();
  expect(stillThere(item, () => void (item.index = -1))).toBeNull();
});
