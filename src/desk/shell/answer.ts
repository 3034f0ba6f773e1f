/** What a line that was typed comes to. */
export interface Answer {
  /** What is printed, without a line break at its end. */
  readonly text: string;
  /** False where the line was refused, or did not do what it was to do. */
  readonly ok: boolean;
  /** Set by `exit`. */
  readonly ends?: true;
}

/** A line that cannot be done: the words say why. Nothing has changed. */
export class Refusal extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Refusal';
  }
}

export function said(text: string): Answer {
  return { text, ok: true };
}
