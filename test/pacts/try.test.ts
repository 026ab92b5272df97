import { afterAll, beforeAll, it } from 'vitest';
import { startPactMatcher, type PactMatcher } from '../../src/judges/contract/pact-matcher.ts';
import { judgeWith, tied } from './judge-pacts.ts';
import { suite } from '../fixtures/committed-suite.ts';
let matcher: PactMatcher;
beforeAll(async () => { matcher = await startPactMatcher(); });
afterAll(() => matcher.close());
it('try', async () => {
  const own = tied(['chat-bot-acquire.v2.json','staff-planner-rocketchat.v3.json','wallboard-genesys.v4.json','audit-trail-genesys.v3-messages.json','supervisor-acquire.v4.json']);
  console.log(JSON.stringify(own.reported, null, 1), own.leftOut);
  for (const c of own.contracts) for (const i of c.interactions) console.log(c.operation, i.id, JSON.stringify(i.intent), i.states.map(s=>s.name).join('+'), i.request.injections.map(x=>x.at+'='+x.expression).join(' '), 'R', i.brought?.returned.map(x=>x.at).join(' '), 'OBST', i.brought?.obstacle, i.notifications.map(n=>n.notification));
  const ops = suite.specs.flatMap(s=>s.operations).map(o=>o.id).filter(o=>!/Mail|Sms/.test(o));
  const report = await judgeWith(own, ops, [], matcher);
  console.log(report.verdict, report.because);
  for (const c of report.reliedOn.consumers) console.log(c.consumer, c.standing, JSON.stringify(c.brokenBy));
  for (const o of report.operations) for (const c of o.cases) if (own.contracts.some(k=>k.consumer!=='support-desk' && c.exchange.includes(k.interactions[0]!.id.split('-')[0]!)) && c.judge==='contract' || (c.outcome==='failed'||c.outcome==='errored')) console.log(c.id, c.outcome, c.reason, JSON.stringify(c.findings.map(f=>[f.pointer,f.expected,f.actual])));
}, 60000);
