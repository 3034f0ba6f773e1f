/** Blanks comments and the contents of strings, templates and regular expressions; every offset stays the same. */
export function withoutTexts(text: string): string {
  return mask(text, true);
}

/** Blanks comments only. */
export function withoutComments(text: string): string {
  return mask(text, false);
}

const comment = /\/\/[^\n]*|\/\*[\s\S]*?\*\//y;
const quoted = /'(?:[^'\\\n]|\\[\s\S])*'|"(?:[^"\\\n]|\\[\s\S])*"/y;
const templatePart = /[`}](?:[^`\\$]|\\[\s\S]|\$(?!\{))*(?:`|\$\{)/y;
const expression = /\/(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y;
const word = /[\w$]+/y;

/** Words after which a slash begins a regular expression and does not divide. */
const operatorWords = new Set(['return', 'typeof', 'case', 'in', 'of', 'void', 'throw', 'else', 'do', 'default']);

function mask(text: string, hideTexts: boolean): string {
  let masked = '';
  /** The last thing that was not blank: tells a division from a regular expression. */
  let before = '';
  /** Open braces inside each `${` that is open. */
  const nested: number[] = [];
  while (masked.length < text.length) {
    const at = masked.length;
    const token = nextToken(text, at, before, nested.at(-1) === 0);
    const hidden = token.kind === 'comment' || (token.kind !== 'code' && hideTexts);
    masked += hidden ? blanked(token) : token.text;
    if (token.kind === 'template') follow(token.text, nested);
    if (token.text === '{' && nested.length > 0) nested.push((nested.pop() ?? 0) + 1);
    if (token.text === '}' && nested.length > 0) nested.push((nested.pop() ?? 0) - 1);
    if (token.kind !== 'comment' && token.text.trim() !== '')
      before = token.kind === 'code' ? token.text : ended(token);
  }
  return masked;
}

interface Token {
  readonly kind: 'comment' | 'quoted' | 'template' | 'expression' | 'code';
  readonly text: string;
}

function nextToken(text: string, at: number, before: string, closesTemplate: boolean): Token {
  const found = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  };
  const remark = found(comment);
  if (remark !== undefined) return { kind: 'comment', text: remark };
  const string = found(quoted);
  if (string !== undefined) return { kind: 'quoted', text: string };
  if (text[at] === '`' || (text[at] === '}' && closesTemplate)) {
    return { kind: 'template', text: found(templatePart) ?? text.slice(at) };
  }
  const regular = startsExpression(before) ? found(expression) : undefined;
  if (regular !== undefined) return { kind: 'expression', text: regular };
  return { kind: 'code', text: found(word) ?? text.slice(at, at + 1) };
}

function startsExpression(before: string): boolean {
  return before === '' || operatorWords.has(before) || !/[\w$)\]}'"]$/.test(before);
}

/** Keeps count of the `${` that are open around the code to come. */
function follow(part: string, nested: number[]): void {
  if (part.startsWith('}')) nested.pop();
  if (part.endsWith('${')) nested.push(0);
}

/** What a text leaves behind for the question whether a slash divides: a value, or an opened bracket. */
function ended(token: Token): string {
  return token.kind === 'template' && token.text.endsWith('${') ? '(' : ')';
}

/** Quotes stay, so that an import can be seen; everything between becomes blank. */
function blanked(token: Token): string {
  const blank = token.text.replaceAll(/[^\n]/g, ' ');
  return token.kind === 'quoted' ? `${token.text[0]}${blank.slice(1, -1)}${token.text[0]}` : blank;
}
