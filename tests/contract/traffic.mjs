#!/usr/bin/env node
// traffic.mjs FOLDER TRAFFIC: checks every exchange the tests had with a simulator, as the simulator recorded it in TRAFFIC/*.jsonl
// (one file a suite), against GitHub's description of the API version the request named. FOLDER is what prepare.mjs filled.
// TRAFFIC/SUITE.ran says that a suite ran (slipway_record_traffic() in CMake): one that ran and recorded nothing is wrong too.
// A request that is wrong on purpose says so: its header x-wrong-on-purpose keeps the exchange out. An answer a fault took the place of
// is marked by the simulator ("spoilt"): then the request alone is checked.
import { createReadStream, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { FIRST_VERSION, VERSIONS, checkers } from './checker.mjs';

const [folder, traffic] = process.argv.slice(2);
const checkerOf = checkers(folder);
const ENTERPRISE = /^\/api\/v3(?=\/)/;

/** What is wrong with an exchange, and which version it was about. */
function examined({ request, answer }) {
  const version = request.headers['x-github-api-version'] ?? FIRST_VERSION;
  if (!VERSIONS.includes(version)) return { version, wrong: ['no such version'] };
  const checker = checkerOf(version);
  const target = request.target.replace(ENTERPRISE, '');
  const { operation, wrong } = checker.request(request.method, target, request.headers, Buffer.from(request.body));
  if (!request.headers['x-github-api-version']) wrong.push('X-GitHub-Api-Version missing');
  const response = operation && answer
    ? checker.response(operation, request.method, answer.status, answer.headers, Buffer.from(answer.body)) : [];
  return { version, operation: operation?.operationId, wrong: [...wrong, ...response] };
}

/** Reads one suite's file; says what is wrong; gives its counts. */
async function checkSuite(suite) {
  const counts = { checked: 0, spoilt: 0, onPurpose: 0, violations: 0, versions: {} };
  const known = new Set();
  for await (const line of createInterface({ input: createReadStream(join(traffic, `${suite}.jsonl`)) })) {
    const exchange = JSON.parse(line);
    if (exchange.request.headers['x-wrong-on-purpose']) {
      counts.onPurpose++;
      continue;
    }
    const { version, operation, wrong } = examined(exchange);
    counts.checked++;
    counts.spoilt += exchange.spoilt ? 1 : 0;
    counts.versions[version] = (counts.versions[version] ?? 0) + 1;
    if (!wrong.length) continue;
    counts.violations++;
    const violation = JSON.stringify({ suite, method: exchange.request.method, operation, version, wrong });
    if (!known.has(violation)) console.error(JSON.stringify({ ...JSON.parse(violation), target: exchange.request.target }));
    known.add(violation);
  }
  return counts;
}

let violations = 0;
let checked = 0;
const suitesWith = (ending) => readdirSync(traffic).filter((name) => name.endsWith(ending)).map((name) => name.slice(0, -ending.length)).sort();
const recorded = suitesWith('.jsonl');
const ran = suitesWith('.ran');
for (const suite of ran.filter((each) => !recorded.includes(each))) {
  console.error(`${suite} ran and recorded nothing`);
  violations++;
}
for (const suite of recorded) {
  const counts = await checkSuite(suite);
  if (!ran.includes(suite)) {
    console.error(`${suite} recorded something and does not say that it ran`);
    violations++;
  }
  if (counts.checked + counts.onPurpose === 0) {
    console.error(`${suite} ran and recorded nothing`);
    violations++;
  }
  violations += counts.violations;
  checked += counts.checked;
  console.log(`${suite}: ${JSON.stringify(counts)}`);
  // A suite that is run again for another version must speak that one.
  const [, asked] = /_(\d{4}-\d{2}-\d{2})$/.exec(suite) ?? [];
  if (asked && counts.versions[asked] !== counts.checked) {
    console.error(`${suite} names another version than its own`);
    violations++;
  }
}
console.log(`${checked} exchanges, ${violations} violations`);
if (checked === 0) console.error('the tests that ran recorded nothing');
process.exitCode = violations || checked === 0 ? 1 : 0;
