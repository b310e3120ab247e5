import * as z from 'zod/mini';
import { describe, expect, it } from 'vitest';
import { admit } from '@/rpc/guard';
import { appSchemas, FRAME_CALLS, pageSchemas, type SchemasOf } from '@/rpc/schemas';

const OWN = { extension: 'gloss', pages: 'chrome-extension://gloss/' };
const contentScript = { id: 'gloss', url: 'https://arxiv.org/list/cs.CL/new' };
const ownPage = { id: 'gloss', url: 'chrome-extension://gloss/library.html' };

const frame = { id: 'gloss', url: 'chrome-extension://gloss/frame.html', frameId: 7 };

const reasonOf = (name: string, ask: unknown, sender: Parameters<typeof admit>[2]) => {
  const admitted = admit(name, ask, sender, OWN);
  return admitted.ok ? null : admitted.error.reason;
};

describe('who may call', () => {
  it.each(Object.keys(appSchemas))('%s is refused to a content script', (name) => {
    expect(reasonOf(name, null, contentScript)).toBe('forbidden');
    expect(reasonOf(name, null, ownPage)).not.toBe('forbidden');
  });

  it.each(Object.keys(pageSchemas))('%s is open to a content script', (name) => {
    expect(reasonOf(name, null, contentScript)).not.toBe('forbidden');
  });

  it.each([...Object.keys(appSchemas), ...Object.keys(pageSchemas)])(
    '%s is refused to our own page in a frame, unless the frame needs it',
    (name) => {
      expect(reasonOf(name, null, frame) !== 'forbidden').toBe(FRAME_CALLS.has(name));
    },
  );

  it('another extension may call nothing', () => {
    expect(reasonOf('undo', { opId: 'a' }, { ...ownPage, id: 'other' })).toBe('forbidden');
  });

  it('names of Object’s own are no calls', () => {
    expect(reasonOf('constructor', null, ownPage)).toBe('invalid');
  });
});

it('a call without a schema of its type does not compile', () => {
  interface Calls {
    rate(ask: { stars: number }): void;
  }
  // @ts-expect-error the schema is missing
  const missing: SchemasOf<Calls> = {};
  // @ts-expect-error the schema lets in what the call does not take
  const wrong: SchemasOf<Calls> = { rate: z.object({ stars: z.string() }) };
  const right: SchemasOf<Calls> = { rate: z.object({ stars: z.number() }) };
  expect([missing, wrong, right]).toHaveLength(3);
});
