export { alignmentOf } from './alignment.ts';
export { packFilms, reportPage } from './report-page.ts';
