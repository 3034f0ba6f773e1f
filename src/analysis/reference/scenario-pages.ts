import {
  argumentsSchema,
  diagnosticCodes,
  expectationVerbs,
  partSchemas,
  stepVerbs,
  variantKinds,
  type ExpectationVerb,
  type StepVerb,
} from '../../scenario/index.ts';
import { argumentTable, plainMeaning, plainValue } from './argument-table.ts';
import { code, fenced, page, slug, table } from './markdown.ts';

/** The frame of a scenario file: its keys, variants, what may stand beside a verb, groups of expectations. */
export function scenarioPage(): string {
  const parts = partSchemas();
  return page(
    'Scenario files',
    'YAML 1.2, one file a scenario, made of verbs: [steps](steps.md) and [expectations](expectations.md).',
    '## Keys of the file',
    argumentTable(parts.scenario),
    '## Variants',
    `The name of a variant begins with its kind: ${variantKinds.map(code).join(', ')}. ${variantRule}`,
    '## Texts with a spelling of their own',
    table(['value', 'how it is written'], spellings),
    '## Values in texts',
    valuesRule,
    table(['value', 'what stands in its place'], values),
    fenced('yaml', valuesExample),
    '## Beside the verb of a step',
    argumentTable(parts['step modifiers']),
    '## Repeated steps',
    '`repeat` holds `steps` and these keys; `for each` holds `in`, `as` and `steps`. `in` is a list, or a group: ' +
      `${memberNames}.`,
    argumentTable(parts.repeat),
    '## Beside the verb of an expectation',
    argumentTable(parts['expectation modifiers']),
    '## Groups of expectations',
    table(['group', 'holds', 'is met when'], groups),
    membersRule,
    fenced('yaml', membersExample),
    '## Bookmarks',
    'Moments of the run at which a page or a lesson stops. One that the run never comes to is a mismatch.',
    argumentTable(parts.bookmark),
    '## Questions of an exam',
    examRule,
    argumentTable(parts.question),
    fenced('yaml', examExample),
  );
}

/** Every step with its arguments and an example. */
export function stepsPage(): string {
  const intro =
    'What happens in a scenario. Times and repetitions stand beside the verb: [scenario files](scenario-files.md).';
  return page('Steps', intro, contents(stepVerbs), ...stepVerbs.flatMap(verbParts));
}

/** Every expectation with its arguments and an example. */
export function expectationsPage(): string {
  const intro =
    'What should be found. Without a time beside it, an expectation is looked at when the run has ended. ' +
    'One over the state can be asked at any turn; one over the history reads the records of the trace so far.';
  const looks = (verb: ExpectationVerb): string => `Looks at the ${verb.looksAt}.`;
  return page(
    'Expectations',
    intro,
    contents(expectationVerbs),
    ...expectationVerbs.flatMap((verb) => [...verbParts(verb), looks(verb)]),
  );
}

/** The keys of a site file. */
export function sitesPage(): string {
  const intro =
    'A site file in `scenarios/sites` says which computers there are when a run begins; a scenario names it with ' +
    '`site:`, or holds the same keys in place of the name. What is left out takes its default.';
  return page('Site files', intro, argumentTable(partSchemas().site));
}

/** What `when`, `within` and `run until` can wait for. */
export function eventsPage(): string {
  const intro = 'An event is exactly one of these keys. It is seen in the trace at the moment it is written there.';
  const example = fenced('yaml', 'when: { log line: { file: Ccim32.log, text: Resync } }\ndelay: 5m');
  return page('Events', intro, argumentTable(partSchemas().event), example);
}

/** Every kind of mistake in a file. */
export function diagnosticsPage(): string {
  const intro =
    'All mistakes of a file are told at once, with the place, the line and a suggestion; then nothing runs, and the ' +
    'exit code is 2. A code keeps its meaning.';
  return page('Diagnostics', intro, table(['code', 'meaning'], Object.entries(diagnosticCodes)));
}

function contents(verbs: readonly (StepVerb | ExpectationVerb)[]): string {
  return verbs.map((verb) => `[${verb.name}](#${slug(verb.name)})`).join(' · ');
}

function verbParts(verb: StepVerb | ExpectationVerb): readonly string[] {
  const schema = argumentsSchema(verb);
  const plain = plainValue(schema);
  const meaning = plainMeaning(schema);
  const value = plain === '' ? '' : `The value: ${plain}${meaning === '' ? '' : ` (${meaning})`}.`;
  return [`## ${verb.name}`, `${verb.summary}.`, value, argumentTable(schema), fenced('yaml', `- ${verb.example}`)];
}

const variantRule =
  'A `symptom` runs on every release that is claimed `present`, a `corrected` on every one claimed `corrected`; ' +
  'other variants run on the releases claimed `present`, or on that of the site. `releases` says otherwise.';

const memberNames = '`clients`, `client access points`, `site servers`, or the names of computers with `*` and `?`';

const membersRule =
  'In the place of a list of expectations, `in` names the members of a group, `as` the present one, and `expect` ' +
  `what is expected of each. \`in\` is a list, or one of ${memberNames}.`;

const membersExample = `- share:
    of:
      in: clients
      as: client
      expect: { process: { on: '\${client}', component: Copy Queue } }
    at least: 80%`;

const examRule =
  'A question is asked where the run stands, and the run answers it by going on: there is no key in the file that ' +
  'could be wrong. Each has one of `next file`, `next state`, `time of`, `next line` and `row`, and `at` or `when`. ' +
  'The answer is the first that comes after the turn in which the question is asked. Wrong choices are other files, ' +
  'states, times, lines and values of the same run. A question that the run never answers is a mismatch.';

const examExample = `bookmarks:
  - { when: { step: the request }, note: Somebody has typed invsync on the site server. }
exam:
  - when: { step: the request }
    ask: Which file appears next?
    next file: { path: '\\\\SMSSRV1\\CAP_ABC\\clidata.box\\*' }
  - at: '09:05'
    ask: When does CCIM write the request into the registry of the client?
    time of:
      event: { record: { kind: registry, process: SMSNTCLI8, detail: set Resync = 1 } }
      tolerance: 30m
    points: 2`;

const valuesRule =
  'They can stand in every text of a step or an expectation, keys of mappings included. Parameters and the variables ' +
  'of `for each` are put in before the file is checked, the others at the moment of the step or look. A text that is ' +
  'nothing but a parameter takes its kind: a number stays a number.';

const values: readonly (readonly string[])[] = [
  ['`${NAME}`', 'the parameter or variable NAME'],
  ['`${now}`, `${start}`', 'what the clock of the site server shows, and what it showed when the run began'],
  ['`${now - 61d}`, `${start + 1h 30m}`', 'so much earlier or later'],
  [
    '`${now | YYYY/MM/DD hh:mm.ss}`',
    'in a form of YYYY YY MMM MM DD ddd hh mm ss SSS; other signs stand for themselves',
  ],
  ['`${seed}`, `${release}`', 'the seed and the release of the run'],
];

const valuesExample = `- write: { on: SMSSRV1, path: 'C:\\old.txt', text: '\${now - 61d | YYYY/MM/DD hh:mm.ss}' }`;

const spellings: readonly (readonly string[])[] = [
  ['duration', 'an amount with its unit, or several: `90s`, `10m`, `3h`, `2d`, `1h 30m`'],
  ['moment', 'on the clock of the site server: `09:00`, `day 2 09:00`, `1999-11-16 10:00`'],
  ['pattern', 'part of a text as it stands, or a regular expression between slashes: `/Dataldr: \\d+/i`'],
  ['event', 'a mapping with one key: [events](events.md)'],
  ['cron', 'a cron expression of five or six fields: `0 9 * * 1-5`'],
  [
    'computer, site, component, trait, setting, stream, release, step',
    'a known name; a wrong one is told with a suggestion',
  ],
];

const groups: readonly (readonly string[])[] = [
  ['`all of`', 'a list of expectations', 'each of them is met'],
  ['`any of`', 'a list of expectations', 'at least one is met'],
  ['`none of`', 'a list of expectations', 'none is met'],
  ['`share`', '`of` (a list), `at least`, `at most`: numbers or percentages', 'so many of them are met'],
  ['`in order`', 'a list of [events](events.md)', 'they happen one after another'],
];
