#!/usr/bin/env node
// drive.mjs FOLDER VERSION SIMULATE DATA: asks a simulator for every GitHub route it has, in every way it can answer,
// through the checking proxy. Each line says what is asked and the status it must give; nothing may break the contract.
import { strict as assert } from 'node:assert';
import { join } from 'node:path';
import { startSimulator } from './program.mjs';
import { throughProxy } from './throughproxy.mjs';
import { startProxy } from './vproxy.mjs';

const [folder, version, simulate, data] = process.argv.slice(2);

/** Asks through the proxy; checks the status; gives {headers, json}. */
function client(proxy, defaultToken) {
  return async (status, method, path, { token = defaultToken, headers = {}, body } = {}) => {
    const url = path.startsWith('http') ? path : proxy.url + path;
    const answer = await fetch(url, { method, ...(body ? { body: JSON.stringify(body) } : {}), headers: {
      ...(body ? { 'content-type': 'application/json' } : {}),
      accept: 'application/vnd.github+json', 'x-github-api-version': version, 'user-agent': 'slipway-contract',
      ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers } });
    const text = await answer.text();
    assert.equal(answer.status, status, `${method} ${path}: ${text.slice(0, 200)}`);
    return { headers: answer.headers, json: text && /json/.test(answer.headers.get('content-type') ?? '') ? JSON.parse(text) : null };
  };
}

/** Follows rel="next" to the end; gives all rows. */
async function all(ask, path) {
  const rows = [];
  for (let next = path; next;) {
    const { headers, json } = await ask(200, 'GET', next);
    rows.push(...json);
    next = /<([^>]+)>; rel="next"/.exec(headers.get('link') ?? '')?.[1];
  }
  return rows;
}

async function driveAccounts(ask) {
  await ask(200, 'GET', '/', { token: null });
  assert.equal((await ask(200, 'GET', '/users/acme')).json.type, 'Organization');
  assert.equal((await ask(200, 'GET', '/users/robin', { token: null })).json.type, 'User');
  await ask(404, 'GET', '/users/nobody');
  assert.equal((await ask(200, 'GET', '/user')).json.login, 'robin');
  await ask(401, 'GET', '/user', { token: null });
  assert.deepEqual((await ask(200, 'GET', '/user/orgs')).json.map((row) => row.login), ['acme']);
  assert.match((await ask(200, 'GET', '/user/orgs', { token: 'ghp_sso' })).headers.get('x-github-sso'), /^partial-results/);
  await ask(401, 'GET', '/user/orgs', { token: null });
  await ask(401, 'GET', '/user', { token: 'ghp_wrong' });
  const limits = (await ask(200, 'GET', '/rate_limit')).json;
  assert.equal('rate' in limits, version === '2022-11-28');
}

async function driveLists(ask) {
  const list = '/orgs/acme/packages?package_type=container';
  assert.equal((await all(ask, `${list}&per_page=1`)).length, 3);
  assert.equal((await all(ask, `${list}&visibility=public`)).length, 1);
  assert.equal((await ask(200, 'GET', '/orgs/acme/packages?package_type=npm')).json.length, 0);
  await ask(400, 'GET', `${list}&per_page=100&page=101`);
  await ask(401, 'GET', list, { token: null });
  await ask(403, 'GET', list, { token: 'ghp_none' });
  await ask(403, 'GET', list, { token: 'ghp_sso' });
  assert.equal((await ask(200, 'GET', '/user/packages?package_type=container')).json.length, 0);
  const etag = (await ask(200, 'GET', list)).headers.get('etag');
  await ask(304, 'GET', list, { headers: { 'if-none-match': etag } });
  const versions = '/orgs/acme/packages/container/team%2Fapp/versions';
  assert.equal((await all(ask, `${versions}?per_page=2`)).length, 9);
  assert.equal((await all(ask, `${versions}?state=active&per_page=100`)).length, 9);
  assert.equal((await all(ask, `${versions}?state=deleted`)).length, 1);
  await ask(404, 'GET', '/orgs/acme/packages/container/nope/versions');
}

async function driveBilling(ask, base, token) {
  await ask(200, 'GET', `${base}?year=2025&month=12`, { token });
  const { usageItems } = (await ask(200, 'GET', base, { token })).json;
  assert.ok(Array.isArray(usageItems));
  await ask(400, 'GET', `${base}?year=2025&month=13`, { token });
  return usageItems;
}

async function driveBillingOfOwner(ask) {
  const base = '/organizations/acme/settings/billing/usage';
  assert.ok((await driveBilling(ask, base, 'ghp_owner')).length > 0);
  await ask(403, 'GET', base);
  await ask(404, 'GET', base, { token: 'ghp_guest' });
  await ask(404, 'GET', '/organizations/other/settings/billing/usage', { token: 'ghp_owner' });
}

async function driveChanges(ask) {
  const app = '/orgs/acme/packages/container/team%2Fapp';
  const secret = '/orgs/acme/packages/container/secret';
  await ask(200, 'GET', app);
  await ask(404, 'GET', '/orgs/acme/packages/container/nope');
  await ask(404, 'GET', secret, { token: 'ghp_guest' });
  await ask(200, 'GET', `${app}/versions/1009`);
  await ask(404, 'GET', `${app}/versions/4711`);
  await ask(403, 'DELETE', `${app}/versions/1009`, { token: 'ghp_read' });
  await ask(404, 'DELETE', `${app}/versions/1009`, { token: 'ghp_guest' });
  await ask(204, 'DELETE', `${app}/versions/1009`);
  await ask(404, 'DELETE', `${app}/versions/1009`);
  await ask(204, 'POST', `${app}/versions/1009/restore`);
  await ask(404, 'POST', `${app}/versions/1009/restore`);
  await ask(404, 'POST', `${app}/versions/1011/restore`);
  await ask(400, 'DELETE', `${app}/versions/1008`);
  await ask(400, 'DELETE', `${secret}/versions/2001`);
  await ask(400, 'DELETE', app);
  await ask(204, 'DELETE', secret);
  await ask(404, 'GET', secret);
  await ask(204, 'POST', `${secret}/restore`);
  await ask(404, 'POST', `${secret}/restore`);
  await ask(200, 'GET', secret);
}

async function driveRepositories(ask) {
  const platform = '/repos/acme/platform';
  const { tree } = (await ask(200, 'GET', `${platform}/git/trees/HEAD?recursive=1`)).json;
  assert.ok((await ask(200, 'GET', `${platform}/git/trees/HEAD`)).json.tree.length < tree.length);
  for (const { path, sha, type } of tree.filter((entry) => entry.type === 'blob')) {
    const file = (await ask(200, 'GET', `${platform}/contents/${path.split('/').map(encodeURIComponent).join('/')}`)).json;
    assert.equal(file.sha, sha, type);
    assert.equal((await ask(200, 'GET', `${platform}/git/blobs/${sha}`)).json.content, file.content);
  }
  assert.ok(Array.isArray((await ask(200, 'GET', `${platform}/contents/.github`)).json));
  const commits = (await ask(200, 'GET', `${platform}/commits?path=build-lock.json&per_page=50`)).json;
  assert.equal(commits.length, 1);
  await ask(200, 'GET', `${platform}/contents/build-lock.json?ref=${commits[0].sha}`);
  assert.equal((await ask(200, 'GET', `${platform}/commits?path=nope`)).json.length, 0);
  await ask(404, 'GET', `${platform}/commits?sha=nope`);
  await ask(409, 'GET', '/repos/acme/bare/commits');
  await ask(404, 'GET', `${platform}/contents/nope`);
  await ask(409, 'GET', '/repos/acme/bare/git/trees/HEAD');
  await ask(404, 'GET', '/repos/acme/secret/contents/slipway.yaml');
  await ask(200, 'GET', '/repos/acme/secret/contents/slipway.yaml', { token: 'ghp_repo' });
}

async function driveRepositoryChanges(ask) {
  const platform = '/repos/acme/platform';
  const as = (token, body) => ({ token, body });
  const content = Buffer.from('{"new":true}\n').toString('base64');
  assert.equal((await ask(200, 'GET', platform, { token: 'ghp_repo' })).json.default_branch, 'main');
  await ask(404, 'GET', '/repos/acme/secret');
  const { sha } = (await ask(200, 'GET', `${platform}/git/ref/heads/main`)).json.object;
  await ask(404, 'GET', `${platform}/git/ref/heads/slipway/lock`);
  await ask(409, 'GET', '/repos/acme/bare/git/ref/heads/main');
  const branch = { ref: 'refs/heads/slipway/lock', sha };
  await ask(404, 'POST', `${platform}/git/refs`, { body: branch });
  await ask(409, 'POST', '/repos/acme/bare/git/refs', as('ghp_repo', branch));
  await ask(201, 'POST', `${platform}/git/refs`, as('ghp_repo', branch));
  await ask(422, 'POST', `${platform}/git/refs`, as('ghp_repo', branch));
  await ask(200, 'PATCH', `${platform}/git/refs/heads/slipway/lock`, as('ghp_repo', { sha, force: false }));
  const pull = { title: 'Lock', body: 'Why', head: 'slipway/lock', base: 'main' };
  await ask(422, 'POST', `${platform}/pulls`, as('ghp_repo', pull));
  const file = { message: 'Lock', content, branch: 'slipway/lock' };
  await ask(422, 'PUT', `${platform}/contents/build-lock.json`, as('ghp_repo', file));
  await ask(409, 'PUT', `${platform}/contents/build-lock.json`, as('ghp_repo', { ...file, sha: '0'.repeat(40) }));
  await ask(404, 'PUT', `${platform}/contents/new.json`, { body: file });
  await ask(404, 'PUT', `${platform}/contents/.github/workflows/new.yml`, as('ghp_repo', file));
  const old = (await ask(200, 'GET', `${platform}/contents/build-lock.json?ref=slipway/lock`)).json.sha;
  const written = (await ask(200, 'PUT', `${platform}/contents/build-lock.json`, as('ghp_repo', { ...file, sha: old }))).json;
  await ask(201, 'PUT', `${platform}/contents/policies/new.json`, as('ghp_repo', file));
  const changes = (await ask(200, 'GET', `${platform}/commits?sha=slipway/lock&path=build-lock.json&per_page=1`)).json;
  assert.equal(changes[0].sha, written.commit.sha);
  assert.equal((await ask(200, 'GET', `${platform}/contents/build-lock.json?ref=slipway/lock`)).json.sha, written.content.sha);
  await ask(422, 'PATCH', `${platform}/git/refs/heads/slipway/lock`, as('ghp_repo', { sha, force: false }));
  const { number } = (await ask(201, 'POST', `${platform}/pulls`, as('ghp_repo', pull))).json;
  await ask(422, 'POST', `${platform}/pulls`, as('ghp_repo', pull));
  assert.equal((await ask(200, 'GET', `${platform}/pulls?head=acme:slipway/lock&state=all`)).json[0].number, number);
  await ask(200, 'GET', `${platform}/pulls/${number}`);
  assert.equal((await ask(200, 'PATCH', `${platform}/pulls/${number}`, as('ghp_repo', { body: 'Then', base: 'main' }))).json.body, 'Then');
  await ask(200, 'PATCH', `${platform}/pulls/${number}`, as('ghp_repo', { state: 'closed' }));
  await ask(201, 'POST', `${platform}/labels`, as('ghp_repo', { name: 'drift', color: 'ededed' }));
  await ask(422, 'POST', `${platform}/labels`, as('ghp_repo', { name: 'drift' }));
  for (let i = 0; i < 3; i++)
    await ask(201, 'POST', `${platform}/issues`, as('ghp_repo', { title: `Drift ${i}`, body: 'x', labels: ['drift'] }));
  assert.equal((await all(ask, `${platform}/issues?labels=drift&state=all&per_page=2`)).length, 3);
  assert.equal((await all(ask, `${platform}/issues?state=all&per_page=2`)).length, 4);
  const closed = { body: 'y', state: 'closed', state_reason: 'completed' };
  assert.equal((await ask(200, 'PATCH', `${platform}/issues/${number + 1}`, as('ghp_repo', closed))).json.state, 'closed');
  await ask(404, 'PATCH', `${platform}/issues/4711`, as('ghp_repo', closed));
  await ask(404, 'POST', `${platform}/issues`, { body: { title: 'x' } });
}

async function driveUser(ask) {
  assert.equal((await all(ask, '/users/sam/packages?package_type=container&per_page=1')).length, 1);
  assert.equal((await all(ask, '/user/packages?package_type=container&per_page=1')).length, 1);
  for (const base of ['/users/Sam/packages/container/tool', '/user/packages/container/tool']) {
    await ask(200, 'GET', base);
    assert.equal((await all(ask, `${base}/versions?per_page=1`)).length, 3);
    await ask(200, 'GET', `${base}/versions/6001`);
    await ask(204, 'DELETE', `${base}/versions/6003`);
    await ask(204, 'POST', `${base}/versions/6003/restore`);
    await ask(204, 'DELETE', base);
    await ask(204, 'POST', `${base}/restore`);
  }
}

async function driveLimits(ask) {
  await ask(200, 'GET', '/user');
  const refused = await ask(403, 'GET', '/user');
  assert.equal(refused.headers.get('x-ratelimit-remaining'), '0');
  await ask(200, 'GET', '/rate_limit');
}

async function driveFaults(ask) {
  const limited = await ask(429, 'GET', '/user');
  assert.equal(limited.headers.get('retry-after'), '2');
  await ask(503, 'GET', '/users/acme');
  await ask(200, 'GET', '/users/acme');
}

const drive = (options, token, asks) =>
  throughProxy({ folder, version, command: [simulate, ...options] }, (proxy) => asks(client(proxy, token)));

const organisation = ['--state', join(data, 'organisation.json')];
let checked = await drive(organisation, 'ghp_all', async (ask) => {
  await driveAccounts(ask);
  await driveLists(ask);
  await driveBillingOfOwner(ask);
  await driveChanges(ask);
  await driveRepositories(ask);
  await driveRepositoryChanges(ask);
});
checked += await drive(['--state', join(data, 'user.json')], 'ghp_any', driveUser);
checked += await drive(['--state', join(data, 'user.json'), '--scopes', 'user'], 'ghp_any',
  (ask) => driveBilling(ask, '/users/Sam/settings/billing/usage'));
checked += await drive([...organisation, '--rate-limit', '1'], 'ghp_all', driveLimits);
checked += await drive([...organisation, '--fault', 'status=429,route=/user,retry-after=2,count=1',
  '--fault', 'status=503,route=/users/*,count=1'], 'ghp_all', driveFaults);

// The check itself must see what is wrong: else an empty list says nothing.
const broken = await startSimulator([simulate, ...organisation, '--fault', 'badjson,route=/user']);
const proxy = await startProxy({ folder, version, upstream: broken.apiUrl });
const ask = client(proxy, 'ghp_all');
await ask(200, 'GET', '/user');
await ask(404, 'GET', '/no/such/thing');
await ask(200, 'GET', '/rate_limit?page=x');
assert.equal(proxy.violations().length, 3);
proxy.close();
await broken.stop();
console.log(`${version}: ${checked} exchanges, no violation`);
