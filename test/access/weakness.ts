/**
 * A weakness that CRMs and headless back ends (Twenty, EspoCRM, SuiteCRM, Directus, Strapi, NocoDB) have had. It has a probe that
 * answers what it got hold of, and a bug that lets it: the probe must find nothing in our code, and something in the code
 * with the bug.
 */
export interface Weakness {
  name: string;
  probe(): Promise<unknown[]>;
  /** Puts the bug into the running services; answers how to take it out. */
  seed(): () => void;
}

export const nothing = () => [];
export const found = (yes: boolean, what: string) => (yes ? [what] : []);

/** Replaces a method by what `by` makes of it, until the answer is called. */
export function replace<T extends object, K extends keyof T & string>(
  target: T,
  method: K,
  by: (original: T[K]) => T[K],
): () => void {
  const original = target[method];
  target[method] = by(original);
  return () => {
    target[method] = original;
  };
}

export const prototypeOf = <T>(type: abstract new (...args: never[]) => T) => type.prototype as T & object;

/** A test for each: nothing is found, something is with the bug, and nothing is again without it. */
export function proveAll(weaknesses: Weakness[]): void {
  it.each(weaknesses.map((weakness) => [weakness.name, weakness] as const))(
    'has no weakness such as %s',
    async (_, weakness) => {
      expect(await weakness.probe()).toEqual([]);
      const takeOut = weakness.seed();
      try {
        expect(await weakness.probe()).not.toEqual([]);
      } finally {
        takeOut();
      }
      expect(await weakness.probe()).toEqual([]);
    },
  );
}
