// node --test arrows_test.mjs: the arrow check finds what it is there to find, and nothing in what is right.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { findings } from './arrows.mjs';

const root = mkdtempSync(join(tmpdir(), 'arrows-'));
after(() => rmSync(root, { recursive: true }));

function write(path, text) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
}

for (const header of ['qt/QtGui/QColor', 'qt/QtGui/qcolor.h', 'qt/QtWidgets/QWidget', 'qt/QtCore/QString']) write(header, '');

// Each: file, line, and the reason that is expected; an empty one for what is allowed.
const cases = [
    ['backend/core/a.cpp', '#include <QString>', ''],
    ['backend/core/b.cpp', '#include <QColor>', 'backend has no display: <QColor> needs one'],
    ['backend/core/c.h', '#include <QtGui/QColor>', 'backend has no display: <QtGui/QColor> needs one'],
    ['backend/core/d.h', '  #  include <qcolor.h>', 'backend has no display: <qcolor.h> needs one'],
    ['backend/core/e.h', '#include <KSyntaxHighlighting/Repository>', 'backend has no display: <KSyntaxHighlighting/Repository> needs one'],
    ['backend/core/f.h', '#include "domain/tag.h"', 'backend/core must not include domain'],
    ['backend/domain/a.h', '#include "core/digest.h"', ''],
    ['backend/domain/b.h', '#include "backend/store/store.h"', 'backend/domain must not include store'],
    ['backend/net/a.h', '#include "domain/owner.h"', 'backend/net must not include domain'],
    ['backend/store/a.h', '#include "net/http.h"', 'backend/store must not include net'],
    ['backend/inventory/a.h', '#include "store/store.h"', ''],
    ['backend/inventory/b.h', '#include "cleanup/plan.h"', 'backend/inventory must not include cleanup'],
    ['backend/inventory/c.h', '#include "models/roles.h"', 'backend/inventory must not include models'],
    ['backend/inventory/d.h', '#include "tests/support/fake.h"', 'the product does not include its tests'],
    ['backend/unheard/a.h', '#include "core/digest.h"', 'tests/repository/arrows.mjs does not say what backend/unheard may include'],
    ['models/a.h', '#include <QColor>', ''],
    ['models/b.h', '#include "views/page.h"', 'models must not include views'],
    ['views/a.h', '#include "models/roles.h"', ''],
    ['views/b.h', '#include "app/session/target.h"', 'views must not include app'],
    ['views/c.h', '#include "page.h"', '"page.h" is not written from the root of backend/ or of the project'],
    ['views/d.h', '#include "../models/roles.h"', '"../models/roles.h" is not written from the root of backend/ or of the project'],
    ['views/e.cpp', '#include "e.moc"', ''],
    ['resources/a.cpp', '#include "core/digest.h"', 'resources must not include core'],
    ['app/a.cpp', '#include "views/page.h"', ''],
];

for (const [file, line] of cases) write(file, `// first line\n${line}\n`);
const found = findings(root, join(root, 'qt'));

for (const [file, line, reason] of cases) {
    test(`${file} ${line}`, () => {
        const own = found.filter((finding) => finding.startsWith(`${file}:`));
        assert.deepEqual(own, reason ? [`${file}:2: ${reason}`] : []);
    });
}
