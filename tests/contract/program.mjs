// Starts programs in processes of their own; none outlives this one.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** child_process.spawn; what still runs when this process ends, however it does, is ended with it. */
export function spawnBound(command, options) {
  const child = spawn(command[0], command.slice(1), options);
  const end = () => child.kill('SIGTERM');
  process.on('exit', end);
  child.on('exit', () => process.off('exit', end));
  return child;
}

/** `command`: the words of `slipwayctl simulate …`. Gives `{apiUrl, registryUrl, owner, stop()}`. */
export async function startSimulator(command) {
  const child = spawnBound(command, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((done) => child.on('exit', (code, signal) => done(code ?? signal)));
  const lines = createInterface({ input: child.stdout });
  const first = await Promise.race([
    new Promise((line) => lines.once('line', line)),
    ended.then((code) => { throw new Error(`the simulator ended with ${code}`); }),
  ]);
  return {
    ...JSON.parse(first),
    stop: async () => { child.kill('SIGTERM'); return ended; },
  };
}
