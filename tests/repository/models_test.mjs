// node --test models_test.mjs: the check of models finds those without a tester, by whatever they derive from.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { findings } from './models.mjs';

const root = mkdtempSync(join(tmpdir(), 'models-'));
after(() => rmSync(root, { recursive: true }));

function put(name, text) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
}

for (const folder of ['backend', 'models', 'views', 'app', 'tests']) mkdirSync(join(root, folder));
put('models/tested.h', 'class Tested final : public QAbstractTableModel\n{};\n');
put('models/untested.h', '#pragma once\nclass Untested : public QAbstractListModel\n{};\n');
put('views/a/derived.h', 'class Derived final : public Untested\n{};\n');
put('app/proxy.cpp', 'class Proxy final : public QSortFilterProxyModel\n{};\n');
put('views/a/widget.h', 'class Widget final : public QWidget\n{};\n');
put('tests/test_tested.cpp', '#include "models/tested.h"\nTested model;\nQAbstractItemModelTester tester(&model);\n');
// Named without its header, and its header without the tester.
put('tests/test_named.cpp', '#include "models/other.h"\nUntested model; QAbstractItemModelTester tester(&model);\n');
put('tests/test_used.cpp', '#include "views/a/derived.h"\nDerived model;\n');

test('models without a tester are found, others are not', () => {
    const says = (file, model) => `${file}: ${model} has no test with QAbstractItemModelTester`;
    assert.deepEqual(findings(root), [says('models/untested.h:2', 'Untested'), says('views/a/derived.h:1', 'Derived'), says('app/proxy.cpp:1', 'Proxy')]);
});
