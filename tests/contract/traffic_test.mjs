#!/usr/bin/env node
// traffic_test.mjs FOLDER: the check of all traffic notices what is wrong, leaves out what is marked, and does not pass on nothing.
import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [folder] = process.argv.slice(2);
const script = join(dirname(fileURLToPath(import.meta.url)), 'traffic.mjs');
const scratch = mkdtempSync(join(tmpdir(), 'slipway-traffic-'));

/** The exit code for one suite's exchanges, and what was said. */
function checked(suite, ...exchanges) {
  return checkedFiles({ [`${suite}.ran`]: '', [`${suite}.jsonl`]: exchanges.map((exchange) => `${JSON.stringify(exchange)}\n`).join('') });
}

/** The same for a folder with these files. */
function checkedFiles(files) {
  const traffic = join(scratch, 'traffic');
  mkdirSync(traffic);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(traffic, name), text);
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, folder, traffic], { encoding: 'utf8' });
  rmSync(traffic, { recursive: true });
  return { status, said: stdout + stderr };
}

const headers = { 'user-agent': 'test', accept: 'application/vnd.github+json', 'x-github-api-version': '2022-11-28' };
const json = { 'content-type': 'application/json; charset=utf-8' };
const asked = (target, more = {}) => ({ method: 'GET', target, headers: { ...headers, ...more }, body: '' });
const missing = { status: 404, headers: json, body: '{"message":"Not Found"}' };
const good = { request: asked('/users/acme'), answer: missing };

try {
  assert.equal(checked('good', good).status, 0);
  assert.equal(checked('enterprise', { request: asked('/api/v3/users/acme'), answer: missing }).status, 0);
  assert.equal(checked('empty').status, 1);
  assert.match(checked('answer', { request: asked('/users/acme'), answer: { ...missing, status: 503, body: '{}' } }).said, /error body without message/);
  assert.match(checked('shape', { request: asked('/users/acme'), answer: { status: 200, headers: json, body: '{}' } }).said, /required property/);
  assert.match(checked('request', { request: asked('/users/acme?x=1'), answer: missing }).said, /unknown query parameter x/);
  assert.match(checked('version', { request: asked('/users/acme', { 'x-github-api-version': '2019-01-01' }), answer: missing }).said, /no such version/);
  assert.equal(checked('spoilt', { request: asked('/users/acme'), spoilt: true }).status, 0);
  assert.equal(checked('spoiltrequest', { request: asked('/nothing'), spoilt: true }).status, 1);
  assert.equal(checked('purpose', good, { request: asked('/nothing', { 'x-wrong-on-purpose': 'yes' }), answer: missing }).status, 0);
  assert.match(checked('suite_2026-03-10', good).said, /names another version than its own/);
  const line = `${JSON.stringify(good)}\n`;
  assert.equal(checkedFiles({ 'one.ran': '', 'one.jsonl': line, 'two.ran': '', 'two.jsonl': line }).status, 0);
  assert.match(checkedFiles({ 'one.ran': '', 'one.jsonl': line, 'two.ran': '' }).said, /two ran and recorded nothing/);
  assert.match(checkedFiles({ 'one.ran': '', 'one.jsonl': line, 'two.ran': '', 'two.jsonl': '' }).said, /two ran and recorded nothing/);
  assert.match(checkedFiles({ 'one.ran': '', 'one.jsonl': line, 'two.jsonl': line }).said, /two recorded something and does not say/);
} finally {
  rmSync(scratch, { recursive: true });
}
