import { createExporting } from './exporting';
import { createImporting } from './importing';
import type { TransferPorts } from './ports';

export type TransferState = ReturnType<typeof createTransfer>;

/** The library to files and back, as the transfer view shows it. */
export const createTransfer = (ports: TransferPorts) => ({
  ...createExporting(ports),
  ...createImporting(ports),
  call: ports.call,
});
