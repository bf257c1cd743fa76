#!/usr/bin/env node
// octokit.mjs FOLDER VERSION SIMULATE DATA: GitHub's own client library, as people use it (`octokit`, with its paging, retrying and
// throttling), reads and changes what a simulator serves. What it gets must be what the state files say, and nothing may break the contract.
import { strict as assert } from 'node:assert';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { throughProxy } from './throughproxy.mjs';

const [folder, version, simulate, data] = process.argv.slice(2);
const installed = createRequire(join(resolve(folder), 'package.json')).resolve('octokit');
const { Octokit, RequestError } = await import(pathToFileURL(installed));

const app = { org: 'acme', package_type: 'container', package_name: 'team/app' };
const tool = { username: 'Sam', package_type: 'container', package_name: 'tool' };
const silent = { debug() {}, info() {}, warn() {}, error() {} };
const seen = [];

function client(proxy, auth) {
  // `throttle`: a limit is an error at once, not a wait.
  const octokit = new Octokit({ auth, baseUrl: proxy.url, log: silent,
    throttle: { onRateLimit: () => false, onSecondaryRateLimit: () => false } });
  octokit.hook.before('request', (options) => { options.headers['x-github-api-version'] = version; });
  octokit.hook.after('request', (response) => { seen.push(new URL(response.url).pathname); });
  return octokit;
}

async function refused(status, message, call) {
  await assert.rejects(call, (error) => {
    assert.ok(error instanceof RequestError, `a RequestError, not ${error}`);
    assert.equal(error.status, status);
    assert.match(error.response.data.message, message);
    return true;
  });
}

const ids = (rows) => rows.map((row) => row.id);

async function readPackages(octokit) {
  const list = { org: 'acme', package_type: 'container', per_page: 1 };
  seen.length = 0;
  const packages = await octokit.paginate(octokit.rest.packages.listPackagesForOrganization, list);
  assert.deepEqual(names(packages), new Set(['team/app', 'secret', 'warts']));
  // The first page by name, the others where the Link header pointed: by number.
  assert.deepEqual(seen, ['/orgs/acme/packages', '/organizations/77/packages', '/organizations/77/packages']);
  const { data: one } = await octokit.rest.packages.getPackageForOrganization(app);
  assert.deepEqual([one.id, one.name, one.version_count, one.visibility, one.owner.login, one.repository.full_name],
    [501, 'team/app', 9, 'public', 'acme', 'acme/app']);
}

const names = (rows) => new Set(rows.map((row) => row.name));

async function readVersions(octokit) {
  seen.length = 0;
  const versions = await octokit.paginate(octokit.rest.packages.getAllPackageVersionsForPackageOwnedByOrg, { ...app, per_page: 4 });
  assert.deepEqual(ids(versions).toSorted(), [1001, 1002, 1003, 1004, 1005, 1006, 1007, 1008, 1009]);
  assert.equal(seen.length, 3);
  const index = versions.find((row) => row.id === 1004);
  assert.deepEqual(index.metadata.container.tags.toSorted(), ['latest', 'v1.0.0']);
  assert.match(index.name, /^sha256:[0-9a-f]{64}$/);
  const { data: row } = await octokit.rest.packages.getPackageVersionForOrganization({ ...app, package_version_id: 1007 });
  assert.deepEqual(row.metadata.container.tags, ['docker']);
}

async function changeVersions(octokit) {
  const old = { ...app, package_version_id: 1009 };
  assert.equal((await octokit.rest.packages.deletePackageVersionForOrg(old)).status, 204);
  await refused(404, /not found/i, octokit.rest.packages.getPackageVersionForOrganization(old));
  const deleted = { ...app, state: 'deleted' };
  const { data: gone } = await octokit.rest.packages.getAllPackageVersionsForPackageOwnedByOrg(deleted);
  assert.deepEqual(ids(gone).toSorted(), [1009, 1010]);
  assert.equal((await octokit.rest.packages.restorePackageVersionForOrg(old)).status, 204);
  assert.equal((await octokit.rest.packages.getPackageVersionForOrganization(old)).data.id, 1009);
  await refused(400, /5000 downloads/, octokit.rest.packages.deletePackageVersionForOrg({ ...app, package_version_id: 1008 }));
}

async function asksConditionally(octokit) {
  const first = await octokit.rest.packages.getPackageForOrganization(app);
  const used = Number(first.headers['x-ratelimit-used']);
  const headers = { 'if-none-match': first.headers.etag };
  // octokit makes an error of every 304.
  await assert.rejects(octokit.rest.packages.getPackageForOrganization({ ...app, headers }), (error) => {
    assert.equal(error.status, 304);
    assert.equal(Number(error.response.headers['x-ratelimit-used']), used, 'a 304 is free');
    return error instanceof RequestError;
  });
}

async function readsLimits(octokit) {
  const { data: limits } = await octokit.rest.rateLimit.get();
  assert.equal(limits.resources.core.limit, 5000);
  assert.equal(limits.resources.core.remaining, 5000 - limits.resources.core.used);
  assert.ok(limits.resources.core.used > 0);
  assert.equal('rate' in limits, version === '2022-11-28');
}

async function isRefused(proxy) {
  const list = (octokit) => octokit.rest.packages.listPackagesForOrganization({ org: 'acme', package_type: 'container' });
  await refused(401, /^Bad credentials$/, list(client(proxy, 'ghp_wrong')));
  await refused(401, /^Requires authentication$/, list(client(proxy)));
  await refused(403, /read:packages/, list(client(proxy, 'ghp_none')));
  await refused(403, /SAML/, list(client(proxy, 'ghp_sso')));
  const secret = { ...app, package_name: 'secret' };
  await refused(404, /not found/i, client(proxy, 'ghp_guest').rest.packages.getPackageForOrganization(secret));
}

/** Whoever owns packages alone: by name, by "me", and by number. */
async function readsUser(proxy) {
  const octokit = client(proxy, 'ghp_any');
  const { packages } = octokit.rest;
  assert.equal((await octokit.rest.users.getAuthenticated()).data.login, 'Sam');
  const list = { username: 'Sam', package_type: 'container' };
  assert.deepEqual(ids(await octokit.paginate(packages.listPackagesForUser, list)), [601]);
  assert.deepEqual(ids(await octokit.paginate(packages.listPackagesForAuthenticatedUser, { package_type: 'container' })), [601]);
  assert.equal((await packages.getPackageForUser(tool)).data.version_count, 3);
  seen.length = 0;
  const versions = await octokit.paginate(packages.getAllPackageVersionsForPackageOwnedByUser, { ...tool, per_page: 1 });
  assert.deepEqual(ids(versions), [6001, 6002, 6003]);
  assert.deepEqual(seen.slice(1), Array(2).fill('/user/99/packages/container/tool/versions'));
  const old = { ...tool, package_version_id: 6003 };
  assert.equal((await packages.deletePackageVersionForUser(old)).status, 204);
  assert.equal((await packages.restorePackageVersionForUser(old)).status, 204);
}

async function runsOutOfRequests(proxy) {
  const octokit = client(proxy, 'ghp_all');
  await octokit.rest.users.getAuthenticated();
  await refused(403, /rate limit exceeded/, octokit.rest.users.getAuthenticated());
}

const organisation = ['--state', join(data, 'organisation.json')];
const through = (options, drive) => throughProxy({ folder, version, command: [simulate, ...options] }, drive);
let checked = await through(organisation, async (proxy) => {
  const octokit = client(proxy, 'ghp_all');
  await readPackages(octokit);
  await readVersions(octokit);
  await changeVersions(octokit);
  await asksConditionally(octokit);
  await readsLimits(octokit);
  await isRefused(proxy);
});
checked += await through(['--state', join(data, 'user.json')], readsUser);
checked += await through([...organisation, '--rate-limit', '1'], runsOutOfRequests);
console.log(`octokit ${Octokit.VERSION}, ${version}: ${checked} exchanges, no violation`);
