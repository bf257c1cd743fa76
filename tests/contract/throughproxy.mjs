// A simulator behind the checking proxy, for a script that drives it.
import { strict as assert } from 'node:assert';
import { startSimulator } from './program.mjs';
import { startProxy } from './vproxy.mjs';

/**
 * Runs `drive(proxy)` against a simulator started with `command`; nothing may break the contract, and the simulator must end cleanly.
 * The other options are startProxy's. Gives the number of exchanges.
 */
export async function throughProxy({ command, ...options }, drive) {
  const simulator = await startSimulator(command);
  let proxy;
  try {
    proxy = await startProxy({ ...options, upstream: simulator.apiUrl });
    await drive(proxy);
    assert.deepEqual(proxy.violations(), []);
    return proxy.checked();
  } finally {
    proxy?.close();
    assert.equal(await simulator.stop(), 0, 'the simulator ends cleanly on SIGTERM');
  }
}
