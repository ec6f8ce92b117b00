// Loaded by `node --require` into a service of the rig: its clock is off by FAULTS_CLOCK_OFFSET_MS milliseconds.
const offset = Number(process.env.FAULTS_CLOCK_OFFSET_MS ?? 0);

if (offset !== 0) {
  const Real = Date;
  const now = () => Real.now() + offset;
  globalThis.Date = class Date extends Real {
    constructor(...given) {
      if (given.length === 0) super(now());
      else super(...given);
    }

    static now() {
      return now();
    }
  };
}
