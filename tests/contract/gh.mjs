#!/usr/bin/env node
// gh.mjs FOLDER VERSION SIMULATE DATA: GitHub's command line tool against a simulator. gh speaks https alone to hosts, but plain http to a
// unix socket (its setting http_unix_socket), on which the checking proxy listens; it takes the simulator for api.github.com.
import { strict as assert } from 'node:assert';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { throughProxy } from './throughproxy.mjs';

const [folder, version, simulate, data] = process.argv.slice(2);
const home = mkdtempSync(join(tmpdir(), 'slipway-gh-'));
const socket = join(home, 'proxy.sock');
writeFileSync(join(home, 'config.yml'), `version: 1\nhttp_unix_socket: ${socket}\n`);

/** Whose token gh has. */
function logIn(user, token) {
  writeFileSync(join(home, 'hosts.yml'), `github.com:\n    user: ${user}\n    oauth_token: ${token}\n    git_protocol: https\n`);
}

/** Runs gh; gives {code, out, err}. Asynchronous, so that the proxy in this process can answer. */
function gh(...words) {
  const env = { PATH: process.env.PATH, HOME: home, GH_CONFIG_DIR: home, GH_PROMPT_DISABLED: '1', GH_NO_UPDATE_NOTIFIER: '1', NO_COLOR: '1' };
  return new Promise((done) =>
    execFile('gh', words, { env, encoding: 'utf8' }, (error, out, err) => done({ code: error?.code ?? 0, out, err })));
}

const api = (...words) => gh('api', '-H', `X-GitHub-Api-Version: ${version}`, ...words);

async function json(...words) {
  const { code, out, err } = await api(...words);
  assert.equal(code, 0, err);
  return out ? JSON.parse(out) : null;
}

async function refused(status, message, ...words) {
  const { code, err } = await api(...words);
  assert.equal(code, 1);
  assert.match(err, new RegExp(`^gh: ${message}.*\\(HTTP ${status}\\)`));
}

const versions = '/orgs/acme/packages/container/team%2Fapp/versions';

async function readsAndChanges() {
  logIn('robin', 'ghp_all');
  assert.deepEqual(await gh('auth', 'token'), { code: 0, out: 'ghp_all\n', err: '' });
  const status = await gh('auth', 'status');
  assert.equal(status.code, 0, status.err);
  assert.match(status.out + status.err, /Logged in to github\.com account robin/);
  assert.match(status.out + status.err, /Token scopes: 'read:packages', 'write:packages', 'delete:packages'/);
  const limits = await json('rate_limit');
  assert.equal(limits.resources.core.limit, 5000);
  assert.equal('rate' in limits, version === '2022-11-28');

  // gh joins the pages of a list to one array; it adds per_page=100 unless told another.
  const packages = await json('--paginate', '/orgs/acme/packages?package_type=container&per_page=1');
  assert.deepEqual(packages.map((row) => row.name).toSorted(), ['secret', 'team/app', 'warts']);
  const rows = await json('--paginate', `${versions}?per_page=2`);
  assert.deepEqual(rows.map((row) => row.id).toSorted(), [1001, 1002, 1003, 1004, 1005, 1006, 1007, 1008, 1009]);

  assert.equal(await json('-X', 'DELETE', `${versions}/1009`), null);
  await refused(404, '.*[Nn]ot [Ff]ound', `${versions}/1009`);
  assert.equal(await json('-X', 'POST', `${versions}/1009/restore`), null);
  assert.equal((await json(`${versions}/1009`)).id, 1009);
  await refused(400, '.*5000 downloads', '-X', 'DELETE', `${versions}/1008`);
}

async function isRefused() {
  const list = '/orgs/acme/packages?package_type=container';
  logIn('robin', 'ghp_none');
  await refused(403, 'You need at least read:packages', list);
  logIn('robin', 'ghp_wrong');
  await refused(401, 'Bad credentials', list);
  const status = await gh('auth', 'status');
  assert.match(status.out + status.err, /The token in .* is invalid/);
}

try {
  const command = [simulate, '--state', join(data, 'organisation.json')];
  const checked = await throughProxy({ folder, version, socket, mayOmitVersion: true, command }, async () => {
    await readsAndChanges();
    await isRefused();
  });
  const { out } = await gh('--version');
  console.log(`${out.split('\n')[0]}, ${version}: ${checked} exchanges, no violation`);
} finally {
  rmSync(home, { recursive: true });
}
