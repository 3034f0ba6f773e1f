export { readDeed, readEvent } from './deed.ts';
export type { DeedNames, ReadDeed, ReadEvent } from './deed.ts';
export { diagnosticCodes, printDiagnostic } from './diagnostics.ts';
export type { Diagnostic, DiagnosticCode } from './diagnostics.ts';
export { didYouMean } from './did-you-mean.ts';
export { isEvent, locatePath } from './events.ts';
export type { EventPattern } from './events.ts';
export type { Asked, Bookmark, MarkedMoment, Question } from './exam.ts';
export { expectationVerbs } from './expectations/index.ts';
export { jsonSchema, schemaText, siteJsonSchema } from './json-schema.ts';
export { parseScenario } from './parse.ts';
export type { ParsedScenario, ScenarioText } from './parse.ts';
export { argumentsSchema, partSchemas } from './part-schemas.ts';
export type { PartSchema } from './part-schemas.ts';
export type { PlayOptions } from './play-options.ts';
export type { Play, ToolRun } from './play.ts';
export { variantKinds } from './scenario.ts';
export type {
  Claim,
  Condition,
  Expectation,
  FilePlace,
  ReleaseRun,
  Scenario,
  Step,
  Variant,
  VariantKind,
} from './scenario.ts';
export { playedScenarioText } from './played-scenario.ts';
export type { Played } from './played-scenario.ts';
export { ScenarioPlay } from './scenario-play.ts';
export type { SavedPlay } from './scenario-play.ts';
export type { Mismatch } from './found-mismatches.ts';
export { mismatchesOverSeeds, seedsOf } from './seeds.ts';
export { saidOf } from './release-names.ts';
export type { ReadSite } from './site-of-scenario.ts';
export { shuffleKeys } from './shuffle-keys.ts';
export { stepVerbs } from './steps/index.ts';
export { runTool } from './steps/tools.ts';
export { instantOfMoment, parseMoment } from './times.ts';
export type { Calendar, Moment } from './times.ts';
export type { ClockMove, ExpectationVerb, Finding, StepVerb } from './verb.ts';
export type { MissingMark } from './marks.ts';
export type { Sighting } from './moment-watch.ts';
export { answers } from './question-watch.ts';
export type { QuestionState } from './question-watch.ts';
