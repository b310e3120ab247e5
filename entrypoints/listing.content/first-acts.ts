import { judgeActs } from '@/components/in-page/first/judging';
import { waitingStage } from '@/components/in-page/first/take-over';

/** Has acts on the first stage judged and kept. Where the whole came before, it does that itself. */
export const judgeFirst = (): void => waitingStage()?.judge(judgeActs);
