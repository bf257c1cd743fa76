#!/usr/bin/env node
// withproxy.mjs FOLDER VERSION -- SIMULATOR… -- COMMAND…
// Runs COMMAND with a checking proxy between it and a simulator, for any client: in COMMAND, {api}, {registry}, {owner} and
// {folder} are replaced by the proxy's addresses, the simulator's owner and an empty folder; SLIPWAY_TOKEN, SLIPWAY_API_URL, SLIPWAY_REGISTRY_URL, SLIPWAY_OWNER,
// and SLIPWAY_API_VERSION are set too. Ends with COMMAND's exit code, or 1 after printing what broke the contract.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnBound, startSimulator } from './program.mjs';
import { startProxy } from './vproxy.mjs';

const [folder, version, separator, ...rest] = process.argv.slice(2);
const middle = rest.indexOf('--');
if (separator !== '--' || middle < 1 || middle === rest.length - 1) {
  console.error('usage: withproxy.mjs FOLDER VERSION -- SIMULATOR… -- COMMAND…');
  process.exit(2);
}
const simulator = await startSimulator(rest.slice(0, middle));
const proxy = await startProxy({ folder, version, upstream: simulator.apiUrl });
const scratch = mkdtempSync(join(tmpdir(), 'slipway-contract-'));
const words = { '{api}': proxy.url, '{registry}': proxy.url, '{owner}': simulator.owner, '{folder}': scratch };
const command = rest.slice(middle + 1).map((word) => word.replace(/\{(api|registry|owner|folder)\}/g, (name) => words[name]));
const env = { ...process.env, SLIPWAY_TOKEN: 'ghp_contract', SLIPWAY_API_URL: proxy.url, SLIPWAY_REGISTRY_URL: proxy.url,
  SLIPWAY_OWNER: simulator.owner, SLIPWAY_API_VERSION: version };
const code = await new Promise((done) =>
  spawnBound(command, { stdio: 'inherit', env }).on('exit', (status, signal) => done(status ?? signal)));
await simulator.stop();
proxy.close();
rmSync(scratch, { recursive: true });
for (const violation of proxy.violations()) console.error(JSON.stringify(violation));
console.error(`contract ${version}: ${proxy.checked()} exchanges, ${proxy.violations().length} violations`);
if (proxy.checked() === 0) console.error('nothing went through the proxy');
process.exitCode = proxy.violations().length || proxy.checked() === 0 ? 1 : code === 0 ? 0 : Number(code) || 1;
