import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { registerBisect } from './bisect.ts';
import { registerCheckDeterminism } from './check-determinism.ts';
import { registerDiagram } from './diagram.ts';
import { registerExam } from './exam.ts';
import { registerExport } from './export.ts';
import { registerInit } from './init.ts';
import { registerList } from './list.ts';
import { registerMatrix } from './matrix.ts';
import { registerQuery } from './query.ts';
import { registerReadSchedule } from './readsche.ts';
import { registerReference } from './reference.ts';
import { registerReplay } from './replay.ts';
import { registerReport } from './report.ts';
import { registerRun } from './run.ts';
import { registerSchema } from './schema.ts';
import { registerServe } from './serve.ts';
import { registerShell } from './shell.ts';
import { registerSoak } from './soak.ts';
import { registerTool } from './tool.ts';
import { registerTour } from './tour.ts';
import { registerTrace } from './trace.ts';
import { registerValidate } from './validate.ts';
import { registerWhy } from './why.ts';

/** Every command, in the order in which `--help` lists them. */
export function registerCommands(program: Command, context: Context): void {
  const commands = [
    ...[registerTour, registerRun, registerList, registerValidate, registerInit, registerTrace, registerWhy],
    ...[registerMatrix, registerBisect],
    ...[registerShell, registerServe, registerExam, registerSoak],
    ...[
      registerQuery,
      registerExport,
      registerTool,
      registerReadSchedule,
      registerDiagram,
      registerReplay,
      registerReport,
    ],
    ...[registerSchema, registerReference, registerCheckDeterminism],
  ];
  for (const register of commands) register(program, context);
}
