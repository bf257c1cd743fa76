// Writes a state so that people can review it: one layer and one version a line.

/** The state as text; the same state gives the same bytes. */
export function write(state) {
  const { layers, packages, ...head } = state;
  const lines = Object.entries(head).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},`);
  const layerLines = Object.keys(layers).sort().map((name) => `    ${JSON.stringify(name)}: ${JSON.stringify(layers[name])}`);
  const packageTexts = packages.map(({ versions, ...facts }) => {
    const rows = versions.map((version) => `      ${JSON.stringify(version)}`).join(',\n');
    return `    ${JSON.stringify(facts).slice(0, -1)},"versions":[\n${rows}\n    ]}`;
  });
  return ['{', ...lines, '  "layers": {', layerLines.join(',\n'), '  },', '  "packages": [', packageTexts.join(',\n'), '  ]', '}', ''].join('\n');
}
