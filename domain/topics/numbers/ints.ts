/** How much longer an array gets when it is full. */
export const GROWTH = 1.5;

/** A growing `Int32Array`. What it outgrows is given back at once: 10,000 papers are tens of megabytes of numbers. */
export class Ints {
  length = 0;
  private data: Int32Array<ArrayBuffer>;

  constructor(size = 1024) {
    this.data = new Int32Array(Math.max(16, size));
  }

  at = (index: number): number => this.data[index] ?? 0;

  set(index: number, value: number): void {
    this.data[index] = value;
  }

  push(value: number): void {
    if (this.length === this.data.length) this.grow(Math.ceil(this.length * GROWTH));
    this.data[this.length++] = value;
  }

  /** Makes it at least so long; new places hold `value`. */
  reach(length: number, value: number): void {
    if (length <= this.length) return;
    if (length > this.data.length)
      this.grow(Math.max(length, Math.ceil(this.data.length * GROWTH)));
    this.data.fill(value, this.length, length);
    this.length = length;
  }

  /** The numbers, handed over: nothing is left in it. */
  done(): Int32Array {
    const out = trimmed(this.data, this.length);
    this.data = new Int32Array(16);
    this.length = 0;
    return out;
  }

  private grow(size: number): void {
    this.data = new Int32Array(this.data.buffer.transfer(size * Int32Array.BYTES_PER_ELEMENT));
  }
}

/** The first numbers of an array, which is empty afterwards. */
export const trimmed = (data: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> =>
  new Int32Array(data.buffer.transfer(length * Int32Array.BYTES_PER_ELEMENT));

/** Gives the memory of arrays back at once, which are empty then: the collector takes its time with what is old. */
export function release(...arrays: { buffer: ArrayBufferLike }[]): void {
  for (const { buffer } of arrays) if (buffer instanceof ArrayBuffer) buffer.transfer(0);
}
