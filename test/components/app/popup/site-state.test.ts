import { describe, expect, it } from 'vitest';
import { createSite } from '@/components/app/popup/site-state';
import { ok } from '@/domain/result';
import type { Ports } from '@/components/app/popup/ports';

/** A browser that says yes and writes down what it was asked. */
function ports(granted: string[] = []) {
  const asked: unknown[] = [];
  const say = (...words: unknown[]): void => void asked.push(words);
  const fake = {
    call: async (name: string, ask: unknown) => (say(name, ask), ok(null)),
    callTab: async (id: number, name: string) => (say(name, id), ok(null)),
    permissions: {
      has: async (pattern: string) => granted.includes(pattern),
      request: async (pattern: string) => (say('request', pattern), true),
      remove: async (pattern: string) => (say('remove', pattern), true),
    },
  };
  return { asked, ...createSite(fake as unknown as Ports, () => undefined) };
}

describe('the site under the popup', () => {
  it('is allowed and taken back by one narrow pattern', async () => {
    const { site, load, allow, disallow, asked } = ports();
    await load(7, 'https://www.press.example/volumes/7?x=1', 'strange');
    expect(site.value).toMatchObject({ host: 'press.example', is: 'strange' });
    await allow(site.value!);
    expect(site.value?.is).toBe('allowed');
    await disallow(site.value!);
    expect(site.value?.is).toBe('strange');
    expect(asked).toEqual([
      ['request', 'https://www.press.example/*'],
      ['remove', 'https://www.press.example/*'],
      ['listing.leave', 7],
    ]);
  });

  it('is known as allowed when the browser says so', async () => {
    const { site, load } = ports(['https://press.example/*']);
    await load(1, 'https://press.example/a', 'strange');
    expect(site.value?.is).toBe('allowed');
  });

  it('is turned off and on by its name in the settings', async () => {
    const { site, load, turn, asked } = ports();
    await load(1, 'https://arxiv.org/list/cs.CL/new', 'known');
    await turn(site.value!, true);
    expect(site.value?.is).toBe('off');
    await turn(site.value!, false);
    expect(site.value?.is).toBe('known');
    expect(asked).toEqual([
      ['settings.save', { sites: { 'arxiv.org': { isOff: true } } }],
      ['settings.save', { sites: { 'arxiv.org': { isOff: false } } }],
    ]);
  });

  it('is none for files and pages of the browser', async () => {
    const { site, load } = ports();
    for (const url of ['file:///home/ann/digest.html', 'chrome://newtab/', undefined]) {
      await load(1, url, 'strange');
      expect(site.value).toBeNull();
    }
  });
});
