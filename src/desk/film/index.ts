export { FilmedRun, longestFilm } from './filmed-run.ts';
export { FilmCamera } from './film-camera.ts';
export type { FilmAdditions, Footage } from './film-camera.ts';
export { FilmReader } from './film-reader.ts';
export type { Film, FilmPage, MachineLayout } from './film.ts';
