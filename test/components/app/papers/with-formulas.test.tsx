// @vitest-environment jsdom
import { render } from 'preact';
import { expect, test } from 'vitest';
import { WithFormulas } from '@/components/app/papers/with-formulas';

test('a formula shows in letters until it can be drawn, so that what is below it stays in its place', async () => {
  const box = document.createElement('h2');
  render(<WithFormulas text="Sorting in $O(n^2)$ steps" />, box);
  expect(box.textContent).toBe('Sorting in O(n²) steps');
  await expect.poll(() => box.querySelector('math msup')?.textContent).toBe('n2');
});
