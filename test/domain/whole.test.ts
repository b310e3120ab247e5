import { expectTypeOf, test } from 'vitest';
import * as z from 'zod/mini';
import type { Incomplete } from '@/domain/whole';

interface Asks {
  plain: { id: string };
  nested: { list: { name: string; colour?: number }[] };
  empty: null;
}

test('a schema that forgets an optional property is named by the compiler', () => {
  const whole = {
    plain: z.object({ id: z.string() }),
    nested: z.object({
      list: z.array(z.object({ name: z.string(), colour: z.exactOptional(z.number()) })),
    }),
    empty: z.null(),
  };
  const forgetful = {
    ...whole,
    nested: z.object({ list: z.array(z.object({ name: z.string() })) }),
  };
  expectTypeOf<Incomplete<Asks, typeof whole>>().toEqualTypeOf<never>();
  expectTypeOf<Incomplete<Asks, typeof forgetful>>().toEqualTypeOf<'nested'>();
});
