// Loaded by `node --require` into a service of the rig: when the file FAULTS_CRASH_FILE is there, the relay dies as by
// kill -9 after the broker has acknowledged its events and before it marks them as published.
const { rmSync } = require('node:fs');
const { join } = require('node:path');

const file = process.env.FAULTS_CRASH_FILE;
if (file) {
  const { Outbox } = require(
    join(__dirname, '..', '..', '..', 'dist', 'libs', 'messaging', 'src', 'events', 'outbox.js'),
  );
  const mark = Outbox.prototype.markPublished;
  if (!mark)
    throw new Error('The relay marks in another way now: test/faults/preload/crash-relay.cjs must follow.');
  Outbox.prototype.markPublished = function (run) {
    try {
      rmSync(file);
      process.kill(process.pid, 'SIGKILL');
    } catch {
      // Nobody asked for it.
    }
    return mark.call(this, run);
  };
}
