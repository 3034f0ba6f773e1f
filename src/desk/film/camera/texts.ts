/** The texts of a film while it is made, each of them once. */
export class Texts {
  readonly #numbers = new Map<string, number>();

  /** The number of a text. */
  number(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(text, number);
    return number;
  }

  /** All texts by number. */
  all(): readonly string[] {
    return [...this.#numbers.keys()];
  }
}
