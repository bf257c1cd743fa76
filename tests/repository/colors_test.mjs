// node --test colors_test.mjs: the check of colours finds those that are not the theme's, and lets the theme's pass.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { findings } from './colors.mjs';

const root = mkdtempSync(join(tmpdir(), 'colors-'));
after(() => rmSync(root, { recursive: true }));
mkdirSync(join(root, 'app'));

const cases = [
    ['views/a/own.cpp', 'painter.setPen(QColor(0x2457C5));', 'a colour of its own'],
    ['views/a/channels.cpp', 'const QColor fill{12, 13, 14};', 'a colour of its own'],
    ['views/a/braces.cpp', 'paint(QColor{12, 13, 14});', 'a colour of its own'],
    ['views/a/named.cpp', 'painter.fillRect(rect, Qt::white);', "one of Qt's colours"],
    ['views/a/dark.cpp', 'painter.setPen(Qt::darkGray);', "one of Qt's colours"],
    ['views/a/text.cpp', 'label->setText("<font color=\'#ff0000\'>");', 'a colour of its own'],
    ['views/a/sheet.cpp', 'button->setStyleSheet(u"color: red"_s);', 'a style sheet'],
    ['app/b.cpp', 'const QRgb color = 0;', 'a colour of its own'],
    ['views/a/none.cpp', 'return {QColor(), t.line, t.text};', ''],
    ['views/a/type.h', 'QColor toneColor(const Tokens& tokens);', ''],
    ['views/a/token.cpp', 'painter.setPen(t.muted);', ''],
    ['views/a/transparent.cpp', 'pixmap.fill(Qt::transparent);', ''],
    ['views/a/comment.cpp', '// was QColor(1, 2, 3)', ''],
    ['views/theme/tokens.cpp', 't.bg = QColor(0xF3F5F7);', ''],
];

for (const [file, line] of cases) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), `// first line\n${line}\n`);
}
const found = findings(root);

for (const [file, line, reason] of cases) {
    test(`${file} ${line}`, () => {
        const own = found.filter((finding) => finding.startsWith(`${file}:`));
        assert.deepEqual(own, reason ? [`${file}:2: ${reason}; colours come from views/theme/tokens.h`] : []);
    });
}
