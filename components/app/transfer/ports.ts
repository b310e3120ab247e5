import type { Call } from '@/rpc/client';
import type { AppProtocol } from '@/rpc/protocol';
import type { Shown } from './scope';

/** What the transfer view needs of the library page. */
export interface TransferPorts {
  call: Call<AppProtocol>;
  now: () => Date;
  shown: () => Shown;
  /** What this browser remembers from one visit to the next. */
  memory: Pick<Storage, 'getItem' | 'setItem'>;
}
