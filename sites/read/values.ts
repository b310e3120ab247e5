import { collapse } from '@/domain/text';

/** A field of a value of unknown shape; `undefined` where there is none. */
export const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;

/** An array's items, or none for anything else. */
export const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** A string with its white space collapsed, or the empty string for anything else. */
export const text = (value: unknown): string => (typeof value === 'string' ? collapse(value) : '');

/** The value that JSON text stands for; `undefined` where it is none. */
export function parse(json: string | null | undefined): unknown {
  if (!json) return undefined;
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
