import { expect, it } from 'vitest';
import { leaveFor } from '@/domain/leave';

it('Firefox is asked whether what pages say may leave it; other browsers do not know that question', () => {
  const origins = ['https://a.example/*'];
  expect(leaveFor(origins, true)).toEqual({ origins, data_collection: ['websiteContent'] });
  expect(leaveFor(origins, false)).toEqual({ origins });
});
