/**
 * A reader of texts that remembers its latest answers: clients read the same few files, tokens and versions again and
 * again. The answer must follow from the text alone and must not be changed by whoever gets it.
 */
export function remembering<Answer extends object | undefined>(
  read: (text: string) => Answer,
  limit = 1000,
): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const answer = read(text);
    if (known.size >= limit) known.clear();
    known.set(text, answer);
    return answer;
  };
}
