/** A growing `Int32Array`. */
export class Ints {
  length = 0;
  private data: Int32Array;

  constructor(size = 1024) {
    this.data = new Int32Array(size);
  }

  at = (index: number): number => this.data[index] ?? 0;

  set(index: number, value: number): void {
    this.data[index] = value;
  }

  push(value: number): void {
    if (this.length === this.data.length) this.grow(this.length * 2);
    this.data[this.length++] = value;
  }

  /** Makes it at least so long; new places hold `value`. */
  reach(length: number, value: number): void {
    if (length <= this.length) return;
    if (length > this.data.length) this.grow(Math.max(length, this.data.length * 2));
    this.data.fill(value, this.length, length);
    this.length = length;
  }

  /** The numbers, as an array of their own. */
  done = (): Int32Array => this.data.slice(0, this.length);

  private grow(size: number): void {
    const grown = new Int32Array(size);
    grown.set(this.data);
    this.data = grown;
  }
}
