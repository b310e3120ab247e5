import { ok, type Result } from '@/domain/result';
import type { AppProtocol } from '@/rpc/protocol';
import type { HandlersOf } from '@/rpc/serve';

/** A handler for each call. */
export type AppHandlers = HandlersOf<AppProtocol>;

/** The answer of a read that can only fail as a whole. */
export const value = async <T>(promise: Promise<T>): Promise<Result<T>> => ok(await promise);
