import fc from 'fast-check';
import { it } from 'vitest';
import { playOrder } from './library/play-order.ts';
import { settledHierarchy, clients } from './library/upgrade-hierarchy.ts';
import { ordersThrough, deedText } from './library/upgrade-orders.ts';
import { setupOpener } from '../src/simulation/index.ts';
import { logonPointShare } from '../src/world/index.ts';
import { clientKeys, clientProperties } from '../src/components/index.ts';
it('replay', { timeout: 600000 }, () => {
  const way = (process.env.WAY ?? '2.0 SP1,2.0 SP2').split(',');
  const n = Number(process.env.N ?? 22);
  const [first = '', ...others] = way;
  const order = fc.sample(ordersThrough(others), { numRuns: n + 1, seed: 1 }).at(-1)!;
  console.log(order.deeds.map(deedText).join('\n'), order.ties);
  const h = settledHierarchy(first);
  for (const c of (process.env.LOGS ?? '').split(',')) (h.simulation as any).options.logComputers.add(c);
  console.log(JSON.stringify(playOrder(h, way, order), null, 1));
  const { world } = h.simulation;
  if (process.env.SHOW) for (const one of process.env.SHOW.split(',')) { const [c='',p='']=one.split('|'); const t=world.mustHave(c).files.readText(setupOpener,p); console.log('#### '+one+'\n'+(t.ok?t.value:JSON.stringify(t))); }
  if (process.env.QUIET) return;
  const out: string[] = [];
  for (const domain of ['DOMAIN1', 'DOMAIN2']) for (const c of world.domain(domain)!.controllers) {
    const dc = world.mustHave(c);
    const root = dc.files.resolveShare(logonPointShare) ?? '';
    const show = (p: string) => { const t = dc.files.readText(setupOpener, `${root}\\${p}`); out.push(`--- ${c} ${p}`, t.ok ? t.value : '(none)'); };
    show('Config\\Copylog.tcf');
    for (const s of ['P01', 'P02', 'S01']) { show(`Sites\\${s}\\compver.ini`); show(`Sitescfg\\${s}_cfg.lcf`); }
    const l = dc.files.list(setupOpener, `${root}\\x86.bin`);
    if (l.ok) for (const f of l.value) { const st = dc.files.stat(setupOpener, `${root}\\x86.bin\\${f.name}`); out.push(`${f.name} ${st.ok ? st.value.version : ''}`); }
  }
  for (const c of clients) { const k = world.mustHave(c); out.push(`${c} sites ${k.registry.getList(clientKeys.client, clientProperties.sites)} ${k.logonServer} ${k.subnet}`); }
  console.log(out.join('\n'));
});
