import type { Result } from '@/domain/result';
import type { Call } from '@/rpc/client';
import type { AppProtocol } from '@/rpc/protocol';
import type { ExportFile, ExportJob } from './export';
import type { ReadFiles } from './pages';
import type { Shown } from './scope';

/** What the transfer view needs of the library page. */
export interface TransferPorts {
  call: Call<AppProtocol>;
  now: () => Date;
  shown: () => Shown;
  /** Reads chosen files, in a worker of their own. */
  read: ReadFiles;
  /** Writes a file of chosen papers. */
  exportFile: (job: ExportJob) => Promise<Result<ExportFile>>;
  /** Hands a file to the browser's downloads. */
  download: (name: string, blob: Blob) => void;
  /** What this browser remembers from one visit to the next. */
  memory: Pick<Storage, 'getItem' | 'setItem'>;
}
