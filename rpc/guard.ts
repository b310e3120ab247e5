import { fail, ok, type Result } from '@/domain/result';
import type * as z from 'zod/mini';
import { appSchemas, FRAME_CALLS, pageSchemas } from './schemas';

/** Where a message comes from, as far as the guard needs it. */
export interface MessageSender {
  id?: string | undefined;
  url?: string | undefined;
  /** The frame within its tab: 0 for the tab's own page, as for a page without a tab. */
  frameId?: number | undefined;
}

const schemaOf = (schemas: object, name: string): z.ZodMiniType | undefined =>
  Object.hasOwn(schemas, name) ? schemas[name as keyof typeof schemas] : undefined;

/**
 * Lets a call in, if its sender may make it and its shape is right. `extension` is our id, `pages` how
 * addresses of our own pages begin.
 */
export function admit(
  name: string,
  ask: unknown,
  sender: MessageSender,
  { extension, pages }: { extension: string; pages: string },
): Result<unknown> {
  if (sender.id !== extension) return fail('forbidden', 'Only Gloss itself may call.');
  const isPageCall = Object.hasOwn(pageSchemas, name);
  const isOwnPage = sender.url?.startsWith(pages) ?? false;
  // A page of ours within another is reached by that page's clicks: it may do what it shows and nothing else.
  const isFrame = isOwnPage && (sender.frameId ?? 0) !== 0;
  if (isFrame && !FRAME_CALLS.has(name))
    return fail('forbidden', `A frame on a page may not call ${name}.`);
  if (!isOwnPage && !isPageCall) return fail('forbidden', `A content script may not call ${name}.`);
  const schema = isPageCall ? schemaOf(pageSchemas, name) : schemaOf(appSchemas, name);
  if (!schema) return fail('invalid', `There is no call ${name}.`);
  const parsed = schema.safeParse(ask);
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  return fail('invalid', `${name}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
}
