export { filmOfSession } from './film-of-session.ts';
export { LiveDesk } from './live-desk.ts';
export type { LiveDeskOptions, Shelf, Standing } from './live-desk.ts';
export { serve } from './serve.ts';
export type { DeskServer, ServeOptions } from './serve.ts';
