// node --test rules_test.mjs: the check of the rules' table finds rows and tests that are missing.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { findings } from './rules.mjs';

const root = mkdtempSync(join(tmpdir(), 'rules-'));
after(() => rmSync(root, { recursive: true }));
mkdirSync(join(root, 'docs'));
mkdirSync(join(root, 'tests/repository'), { recursive: true });
writeFileSync(join(root, 'tests/repository/CMakeLists.txt'), 'slipway_repository_test(metainfo validate)\n');
writeFileSync(join(root, 'tests/test_a.cpp'), 'class TestA final : public QObject\n{\nprivate Q_SLOTS:\n    void rule02_holds_data();\n    void rule02_holds();\n    void other()\n    {\n    }\n};\n');

function table(change = (rows) => rows) {
    const rows = Array.from({ length: 25 }, (_, i) => [i + 1, 'text', '– none in this version']);
    rows[1][2] = '`TestA::rule02_holds`';
    rows[2][2] = '`TestA::other`, `repository.metainfo`';
    writeFileSync(join(root, 'docs/rules.md'), `# Rules\n\n| rule | what | tests |\n|---|---|---|\n${change(rows).map((row) => `| ${row.join(' | ')} |`).join('\n')}\n`);
    return findings(root);
}

test('a whole table passes', () => assert.deepEqual(table(), []));
test('a rule without a row', () => assert.deepEqual(table((rows) => rows.slice(0, 24)), ['docs/rules.md: rule 25 does not have one row']));
test('a rule without a word', () => {
    const found = table((rows) => rows.with(4, [5, 'text', '']));
    assert.deepEqual(found, ['docs/rules.md:9: rule 5 names neither a test nor why there is none']);
});
test('a test that is not there', () => {
    const found = table((rows) => rows.with(2, [3, 'text', '`TestA::gone`, `repository.gone`']));
    assert.deepEqual(found, ['docs/rules.md:7: there is no test TestA::gone', 'docs/rules.md:7: there is no test repository.gone']);
});
test('a test in another row', () => {
    const found = table((rows) => rows.with(1, [2, 'text', '– none']).with(3, [4, 'text', '`TestA::rule02_holds`']));
    assert.deepEqual(found, ['docs/rules.md: rule 2 does not name TestA::rule02_holds']);
});
