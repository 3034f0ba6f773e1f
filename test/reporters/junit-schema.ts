/**
 * The elements and attributes of the JUnit schema in wide use (junit-10.xsd of the xUnit plugin of Jenkins), as far as
 * a report without properties and output needs them; `required` first.
 */
const schema: Readonly<Record<string, { readonly within: string; readonly required: string; readonly free: string }>> =
  {
    testsuites: { within: '', required: '', free: 'name time tests failures errors' },
    testsuite: {
      within: 'testsuites',
      required: 'name',
      free: 'tests failures errors group time skipped timestamp hostname id package file log url version',
    },
    testcase: { within: 'testsuite', required: 'name', free: 'time classname group' },
    failure: { within: 'testcase', required: '', free: 'type message' },
    error: { within: 'testcase', required: '', free: 'type message' },
  };

const tag = /<(\/?)([a-z]+)((?: [a-z]+="[^"<]*")*)(\/?)>/g;
const reference = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\dA-Fa-f]+);)/;

/** What is wrong with a text as XML of that schema; nothing where all is well. */
export function junitMistakes(text: string): readonly string[] {
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
  if (!text.startsWith(declaration)) return ['no XML declaration'];
  const mistakes: string[] = [];
  const open: string[] = [];
  const rest = text
    .slice(declaration.length)
    .replaceAll(tag, (all, end: string, name: string, given: string, empty) => {
      if (end !== '') {
        if (open.pop() !== name) mistakes.push(`${all} closes nothing`);
        return '';
      }
      mistakes.push(...mistakesOf(name, open.at(-1) ?? '', given));
      if (empty === '') open.push(name);
      return '';
    });
  if (rest.includes('<') || reference.test(text)) mistakes.push('a sign that had to be escaped');
  return [...mistakes, ...open.map((name) => `<${name}> stays open`)];
}

function mistakesOf(name: string, parent: string, given: string): readonly string[] {
  const known = schema[name];
  if (known === undefined) return [`unknown element ${name}`];
  const attributes = [...given.matchAll(/ ([a-z]+)="/g)].map(([, attribute = '']) => attribute);
  const free = `${known.required} ${known.free}`.split(' ');
  return [
    ...(known.within === parent ? [] : [`${name} within ${parent}`]),
    ...known.required
      .split(' ')
      .flatMap((one) => (one === '' || attributes.includes(one) ? [] : [`${name} has no ${one}`])),
    ...attributes.flatMap((one) => (free.includes(one) ? [] : [`${name} cannot have ${one}`])),
    ...(new Set(attributes).size === attributes.length ? [] : [`${name} has an attribute twice`]),
  ];
}
