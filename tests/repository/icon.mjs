// node icon.mjs ROOT: the icon that the desktop file names is one that every desktop shows: well-formed SVG, square, with a view
// box and no text, script, or picture from elsewhere, installed where icon themes look. Prints what is not so and ends with 1.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/// What is wrong with elements that do not close, or attributes that are not quoted; empty if nothing is.
function malformed(svg) {
    const open = [];
    for (const [tag, end, name, attributes, empty] of svg.replace(/<\?[^>]*\?>|<!--.*?-->/gs, '').matchAll(/<(\/?)([\w:-]+)([^<>]*?)(\/?)>/g)) {
        if (!/^(\s+[\w:-]+="[^"<&]*")*\s*$/.test(attributes)) return `wrong attributes in ${tag}`;
        if (end && open.pop() !== name) return `${tag} closes nothing`;
        if (!end && !empty) open.push(name);
    }
    return open.length > 0 ? `<${open.pop()}> is not closed` : '';
}

const root = process.argv[2];
const desktop = readFileSync(join(root, 'resources/org.slipway.Slipway.desktop'), 'utf8');
const installed = readFileSync(join(root, 'resources/CMakeLists.txt'), 'utf8');
const name = /^Icon=(.+)$/m.exec(desktop)?.[1];
const line = new RegExp(`^install\\(FILES (\\S+\\.svg) DESTINATION share/icons/hicolor/scalable/apps RENAME ${name?.replaceAll('.', '\\.')}\\.svg\\)$`, 'm').exec(installed);
const faults = [];
if (!line) {
    faults.push(`resources/CMakeLists.txt: ${name}.svg, the desktop file's icon, is not installed`);
} else {
    const path = join(root, 'resources', line[1]);
    const svg = readFileSync(path, 'utf8');
    const fault = malformed(svg);
    if (fault) faults.push(`resources/${line[1]}: ${fault}`);
    const box = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg);
    if (!box || box[1] !== box[2]) faults.push(`resources/${line[1]}: the view box is not square`);
    for (const element of ['text', 'script', 'image', 'foreignObject'])
        if (new RegExp(`<${element}[\\s>]`).test(svg)) faults.push(`resources/${line[1]}: <${element}> is not for an icon`);
}
faults.forEach((fault) => console.log(fault));
process.exitCode = faults.length > 0 ? 1 : 0;
