import { PAGE_WEIGHT } from '@/domain/limits';
import { weightOf } from '@/domain/weight';

/** A page of an answer that is still to be read: at least one item, and no more than a message carries. */
export class Page<T> {
  readonly items: T[] = [];
  private weight = 0;

  /** Takes items in as far as they fit. Returns whether all did. */
  take(items: readonly T[]): boolean {
    for (const item of items) {
      this.weight += weightOf(item);
      if (this.items.length > 0 && this.weight > PAGE_WEIGHT) return false;
      this.items.push(item);
    }
    return true;
  }
}
