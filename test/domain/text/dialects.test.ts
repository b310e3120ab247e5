import { expect, test } from 'vitest';
import { withSigns } from '@/domain/text/dialects';

test.each([
  ["``Nothing to be done{''}? Two answers", '“Nothing to be done”? Two answers'],
  ["Of ``one{''} and ``two{''}", 'Of “one” and “two”'],
  ['PM2<middle dot>5 and <alpha>-decay', 'PM2·5 and α-decay'],
  ['Option<T> and <unk> tokens', 'Option<T> and <unk> tokens'],
  ["A `plain` quote and its 'twin'", "A `plain` quote and its 'twin'"],
])('%s has its signs', (text, plain) => {
  expect(withSigns(text)).toBe(plain);
});
