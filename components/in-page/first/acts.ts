import type { KeptAct } from '@/components/in-page/layer/shield';
import type { Judged, Judging, Unheard } from './judging';
import { keepUnjudged } from './unjudged';

/** What a person does on the first stage: kept as it comes, then judged, then done by the whole. */
export interface Acts {
  /** Has them judged, once. */
  judge: (judging: Judging) => Judged;
  /** Gives what was kept, and what still comes, to one that does it. */
  pass: (redo: (act: KeptAct) => void) => void;
  /** The whole can't be had: forgets what was kept, and leaves keys to the page. */
  letGo: () => void;
}

interface Options extends Omit<Unheard, 'unjudged'> {
  /** A person is at the page: what judges has to come. */
  came: () => void;
}

/** Keeps them. */
export function createActs({ came, ...unheard }: Options): Acts {
  const unjudged = keepUnjudged({ ...unheard, came });
  let judged: Judged | null = null;
  return {
    judge: (judging) => (judged ??= judging({ ...unheard, unjudged })),
    pass: (redo) => judged?.hold.pass(redo),
    letGo: () => {
      if (judged) judged.hold.letGo();
      else unjudged.take();
    },
  };
}
