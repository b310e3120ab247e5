import { describe, expect, test } from 'vitest';
import { named } from '@/domain/query/names';

const TOPICS = [
  { id: 'rlhf', names: ['RLHF · reinforcement learning from human feedback · Reward model'] },
  { id: 'robots', names: ['Arms', 'Robotic manipulation · Imitation learning'] },
  { id: 'theme', names: ['Robotic manipulation · Reward model'] },
];
const find = (text: string, isQuoted = false) => named('topic', text, isQuoted, TOPICS);

describe('a topic', () => {
  test('is found by any phrase of its name, typed or quoted', () => {
    expect(find('rlhf')).toEqual(['rlhf']);
    expect(find('Robotic manipulation', true)).toEqual(['robots', 'theme']);
    expect(find('imitation learning', true)).toEqual(['robots']);
  });

  test('is found by the beginning of any word of it, where that was not quoted', () => {
    expect(find('reward')).toEqual(['rlhf', 'theme']);
    expect(find('feedb')).toEqual(['rlhf']);
    expect(find('feedb', true)).toEqual([]);
  });

  test('is found by the name that a person gave, and by its own', () => {
    expect(find('arms')).toEqual(['robots']);
    expect(find('Robotic manipulation · Imitation learning', true)).toEqual(['robots']);
  });

  test('a tag is found by its whole name or the beginning of it alone', () => {
    const tags = [{ id: 'to read', names: ['to read'] }];
    expect(named('tag', 'read', false, tags)).toEqual([]);
    expect(named('tag', 'to', false, tags)).toEqual(['to read']);
  });
});
